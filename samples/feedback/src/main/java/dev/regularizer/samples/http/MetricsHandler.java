package dev.regularizer.samples.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Supplier;

/** GET /metrics, in the format the scraper asks for; native histograms need protobuf. */
public final class MetricsHandler implements HttpHandler {
  private final Supplier<MetricSnapshots> metrics;
  private final ExpositionFormats formats = ExpositionFormats.init();

  /** Exposes the metrics. */
  public MetricsHandler(Supplier<MetricSnapshots> metrics) {
    this.metrics = metrics;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    var writer = formats.findWriter(exchange.getRequestHeaders().getFirst("accept"));
    var body = new ByteArrayOutputStream();
    writer.write(body, metrics.get());
    exchange.getResponseHeaders().set("content-type", writer.getContentType());
    exchange.sendResponseHeaders(200, body.size());
    body.writeTo(exchange.getResponseBody());
    exchange.close();
  }
}
