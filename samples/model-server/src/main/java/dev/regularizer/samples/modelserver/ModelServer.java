package dev.regularizer.samples.modelserver;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.regularizer.samples.feedback.TokenSigner;
import dev.regularizer.samples.http.HealthHandler;
import dev.regularizer.samples.http.MetricsHandler;
import dev.regularizer.samples.modelserver.feedback.FeedbackDesk;
import dev.regularizer.samples.modelserver.guard.GuardReader;
import dev.regularizer.samples.modelserver.guard.Guards;
import dev.regularizer.samples.modelserver.http.FeedbackHandler;
import dev.regularizer.samples.modelserver.http.PredictHandler;
import dev.regularizer.samples.modelserver.metrics.ServerMetrics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;

/** The HTTP server: predictions, feedback, health and metrics on one port. */
public final class ModelServer {
  private static final int BACKLOG = 1024;
  private static final int LAST_SECONDS = 1;

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Drain drain;
  private final Guards guards;

  /**
   * Binds the port and starts to serve.
   *
   * @param instance names this process in the tokens it signs
   */
  public ModelServer(Settings settings, String instance, LongSupplier nanoTime) throws IOException {
    var model = settings.model();
    var revision = settings.revision();
    guards = GuardReader.read(revision.regularizers(), model.regularizers());
    drain = new Drain(settings.drain(), nanoTime);
    var metrics = new ServerMetrics(model.training(), settings.histograms(), settings.cost());
    var signer = TokenSigner.of(revision.text(), settings.secret());
    var desk =
        new FeedbackDesk(
            revision.model(),
            revision.hash(),
            model.classifier().classes(),
            signer,
            metrics.labeled());
    http = HttpServer.create(new InetSocketAddress(settings.port()), BACKLOG);
    http.setExecutor(threads);
    serve(
        "/v1/predict",
        new PredictHandler(
            model.classifier(),
            guards,
            new PredictHandler.Identity(revision.model(), revision.hash(), instance),
            signer,
            metrics,
            nanoTime));
    serve("/v1/feedback", new FeedbackHandler(revision.hash(), desk, metrics));
    http.createContext("/healthz/live", new HealthHandler(() -> true));
    http.createContext("/healthz/ready", new HealthHandler(() -> !drain.draining()));
    http.createContext("/metrics", new MetricsHandler(metrics::scrape));
    http.start();
  }

  /** The port that was bound. */
  public int port() {
    return http.getAddress().getPort();
  }

  /** The guards in force. */
  public Guards guards() {
    return guards;
  }

  /** Stops being ready, serves on until it is quiet and scraped, then closes. */
  public void drainAndStop() {
    drain.await();
    http.stop(LAST_SECONDS);
    threads.close();
  }

  private void serve(String path, HttpHandler handler) {
    http.createContext(path, handler).getFilters().add(new Watch());
  }

  /** Requests of users, as opposed to probes and scrapes, keep a draining server alive. */
  private final class Watch extends Filter {
    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
      drain.begin();
      try {
        if (drain.draining()) {
          // Kept connections would go on to lead requests to this pod.
          exchange.getResponseHeaders().set("connection", "close");
        }
        chain.doFilter(exchange);
      } finally {
        drain.end();
      }
    }

    @Override
    public String description() {
      return "watches users' requests";
    }
  }
}
