package dev.regularizer.samples.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** GET /healthz/...: 200 while a condition holds, else 503. */
public final class HealthHandler implements HttpHandler {
  private final BooleanSupplier healthy;

  /** Answers by a condition. */
  public HealthHandler(BooleanSupplier healthy) {
    this.healthy = healthy;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    var good = healthy.getAsBoolean();
    new Answer(good ? 200 : 503, Map.of("healthy", good)).send(exchange);
  }
}
