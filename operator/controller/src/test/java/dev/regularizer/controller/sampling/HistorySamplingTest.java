package dev.regularizer.controller.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.regularizer.controller.config.Connection;
import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.effect.Request;
import dev.regularizer.core.history.HistoryPlan;
import dev.regularizer.core.observe.HistoryAnswer;
import dev.regularizer.core.observe.Look;
import dev.regularizer.core.spec.ModelKey;
import dev.regularizer.core.spec.TrialPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stable's history is read in pieces; an attempt waits for it, though not for long. */
class HistorySamplingTest {
  private static final ModelKey MODEL = new ModelKey("vision", "ic");
  private static final Duration WINDOW = Duration.ofSeconds(10);
  private static final HistoryPlan PLAN =
      new HistoryPlan(Instant.parse("2026-05-01T12:00:00Z"), WINDOW);
  private static final String EMPTY =
      "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}";

  private final Mailbox mailbox = new Mailbox();
  private final AtomicInteger samples = new AtomicInteger();
  private final AtomicInteger expressions = new AtomicInteger();
  private final CountDownLatch released = new CountDownLatch(1);
  private HttpServer server;
  private Sampler sampler;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v1/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          if (exchange.getRequestURI().getPath().endsWith("query_range")) {
            expressions.incrementAndGet();
            await().until(() -> released.getCount() == 0);
          } else {
            samples.incrementAndGet();
          }
          var body = EMPTY.getBytes(StandardCharsets.UTF_8);
          try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    var connection =
        new Connection(
            "default",
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            2,
            Set.of());
    sampler =
        new Sampler(
            List.of(connection),
            HttpClient.newHttpClient(),
            InstantSource.system(),
            mailbox,
            _ -> {},
            new Silent());
  }

  @AfterEach
  void stop() {
    released.countDown();
    sampler.close();
    server.stop(0);
  }

  @Test
  void anExpressionThatHangsIsAskedOnceForAllPieces() {
    sampler.request(MODEL, request());
    await().until(() -> mailbox.history(MODEL) != null);
    var result = Optional.ofNullable(mailbox.history(MODEL)).orElseThrow().result();
    assertThat(result).isInstanceOf(HistoryAnswer.Read.class);
    assertThat(samples).hasValue(PLAN.chunks().size());
    assertThat(expressions).hasValue(1);
  }

  @Test
  void expressionsThatAnswerAreAskedForEachPiece() {
    released.countDown();
    sampler.request(MODEL, request());
    await().until(() -> mailbox.history(MODEL) != null);
    assertThat(expressions).hasValue(PLAN.chunks().size());
  }

  private static Request.History request() {
    var query =
        new DeclaredSli(
            "queue",
            new SliKind.Query("avg(queue_depth{$(selector)})", 100, 3),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var policy =
        new TrialPolicy(
            SliDefaults.resolve(List.of(query)),
            .05,
            .05,
            WINDOW,
            Duration.ofSeconds(5),
            "default");
    return new Request.History("ic-bbb", 1, "ic-aaa", policy, PLAN, Map.of(), Set.of());
  }

  private static final class Silent implements SamplerMeter {
    @Override
    public void asked(String connection, Duration took, Look.Answer answer) {}

    @Override
    public void skipped(String connection) {}
  }
}
