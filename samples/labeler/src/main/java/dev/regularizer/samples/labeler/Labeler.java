package dev.regularizer.samples.labeler;

import com.sun.net.httpserver.HttpServer;
import dev.regularizer.samples.feedback.TokenSigner;
import dev.regularizer.samples.http.HealthHandler;
import dev.regularizer.samples.http.MetricsHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP server: feedback, health and metrics on one port. */
final class Labeler implements AutoCloseable {
  private static final int BACKLOG = 1024;
  private static final int LAST_SECONDS = 1;

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Binds the port and starts to serve.
   *
   * @param secret with which the model servers sign their tokens
   * @param port 0 takes a free one
   */
  Labeler(String secret, int port) throws IOException {
    var series = new LabeledSeries();
    var desk = new LabelDesk(TokenSigner.of(secret), series);
    http = HttpServer.create(new InetSocketAddress(port), BACKLOG);
    http.setExecutor(threads);
    http.createContext("/v1/feedback", new LabelHandler(desk, series));
    http.createContext("/healthz", new HealthHandler(() -> true));
    http.createContext("/metrics", new MetricsHandler(series::scrape));
    http.start();
  }

  /** The port that was bound. */
  int port() {
    return http.getAddress().getPort();
  }

  @Override
  public void close() {
    http.stop(LAST_SECONDS);
    threads.close();
  }
}
