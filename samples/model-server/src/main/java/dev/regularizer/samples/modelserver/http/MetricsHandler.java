package dev.regularizer.samples.modelserver.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.regularizer.samples.modelserver.metrics.ServerMetrics;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** GET /metrics, in the format the scraper asks for; native histograms need protobuf. */
public final class MetricsHandler implements HttpHandler {
  private final ServerMetrics metrics;
  private final ExpositionFormats formats = ExpositionFormats.init();

  /** Exposes the metrics. */
  public MetricsHandler(ServerMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    var writer = formats.findWriter(exchange.getRequestHeaders().getFirst("accept"));
    var body = new ByteArrayOutputStream();
    writer.write(body, metrics.scrape());
    exchange.getResponseHeaders().set("content-type", writer.getContentType());
    exchange.sendResponseHeaders(200, body.size());
    body.writeTo(exchange.getResponseBody());
    exchange.close();
  }
}
