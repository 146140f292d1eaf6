package dev.regularizer.controller.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Probes and metrics on one port. */
public final class ManagementServer implements AutoCloseable {
  private final HttpServer server;

  /**
   * Starts to answer.
   *
   * @param stuck what keeps the process from living on; empty when it lives
   * @param readiness what it still waits for
   * @param metrics answers scrapes
   */
  public ManagementServer(
      int port, Supplier<Optional<String>> stuck, Readiness readiness, HttpHandler metrics)
      throws IOException {
    server = HttpServer.create(new InetSocketAddress(port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/healthz/live", exchange -> answer(exchange, stuck.get()));
    server.createContext("/healthz/ready", exchange -> answer(exchange, readiness.missing()));
    server.createContext("/metrics", metrics);
    server.start();
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange, Optional<String> trouble) throws IOException {
    var body = (trouble.orElse("ok") + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      exchange.sendResponseHeaders(trouble.isEmpty() ? 200 : 503, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
