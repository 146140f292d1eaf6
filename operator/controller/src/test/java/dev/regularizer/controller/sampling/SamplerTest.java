package dev.regularizer.controller.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.regularizer.controller.config.Connection;
import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.counting.InvalidReason;
import dev.regularizer.core.effect.Request;
import dev.regularizer.core.observe.Look;
import dev.regularizer.core.spec.ModelKey;
import dev.regularizer.core.spec.TrialPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sampler against a real HTTP server on loopback. */
class SamplerTest {
  private static final ModelKey MODEL = new ModelKey("vision", "ic");
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final String EMPTY =
      "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}";

  private final Mailbox mailbox = new Mailbox();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger woken = new AtomicInteger();
  private final AtomicReference<String> form = new AtomicReference<>("");

  /** How far our clock is ahead of the server's. */
  private volatile Duration ahead = Duration.ZERO;

  private volatile Reply reply = exchange -> text(exchange, 200, EMPTY);
  private HttpServer server;
  private Sampler sampler;

  private interface Reply {
    void to(HttpExchange exchange) throws IOException;
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/base/api/v1/query",
        exchange -> {
          asked.incrementAndGet();
          form.set(
              exchange.getRequestMethod()
                  + " "
                  + URLDecoder.decode(
                      new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                      StandardCharsets.UTF_8));
          try (exchange) {
            reply.to(exchange);
          }
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    sampler = sampler(Duration.ofSeconds(10));
  }

  private Sampler sampler(Duration timeout) {
    var connection =
        new Connection(
            "default",
            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/base"),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            timeout,
            2,
            Set.of());
    return new Sampler(
        List.of(connection),
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build(),
        () -> Instant.now().plus(ahead),
        mailbox,
        model -> woken.incrementAndGet(),
        new Silent());
  }

  @AfterEach
  void stop() {
    sampler.close();
    server.stop(0);
  }

  @Test
  void asksForRawSamplesOfTheWindows() {
    assertThat(answer()).isInstanceOf(Look.Samples.class);
    assertThat(form.get())
        .isEqualTo(
            "POST query={__name__=~\"model_prediction_confidence_total"
                + "|model_prediction_correct_total"
                + "|model_prediction_duration_seconds(_bucket|_count)?"
                + "|model_prediction_labeled_total|model_predictions_total\""
                + ",namespace=\"vision\",pod=~\"(ic-bbb|ic-aaa)-[a-z0-9]+-[a-z0-9]+\"}[28000ms]"
                + "&time=1777636790.250&timeout=10000ms");
  }

  @Test
  void readsBackAnHourWhenAsked() {
    var look = look(request(NOW.minusSeconds(30), true));
    assertThat(look.answer()).isInstanceOf(Look.Samples.class);
    assertThat(((Look.Samples) look.answer()).readBack()).isTrue();
    assertThat(form.get()).contains("[3620250ms]");
  }

  @Test
  void anAnswerSaysWhatItAnswers() {
    var request = request(NOW.minusSeconds(30), false);
    var look = look(request);
    assertThat(look.revision()).isEqualTo("ic-bbb");
    assertThat(look.attempt()).isEqualTo(3);
    assertThat(look.cursor()).isEqualTo(request.cursor());
    assertThat(look.end()).isEqualTo(request.end());
    assertThat(mailbox.takeLook(MODEL)).as("taken once").isNull();
  }

  @Test
  void aRefusalQuotesNothingOfTheBody() {
    reply = exchange -> text(exchange, 422, "{\"status\":\"error\",\"error\":\"token=secret\"}");
    assertThat(answer()).isEqualTo(new Look.Failed("HTTP status 422 with 41 bytes"));
    reply = exchange -> text(exchange, 503, "<html>secret</html>");
    assertThat(answer()).isEqualTo(new Look.Failed("HTTP status 503 with 19 bytes"));
  }

  @Test
  void htmlAndTruncatedJsonAreFailures() {
    reply = exchange -> text(exchange, 200, "<html>login</html>");
    assertThat(answer())
        .isEqualTo(new Look.Failed("the answer is not a matrix of samples (18 bytes)"));
    reply = exchange -> text(exchange, 200, EMPTY.substring(0, 40));
    assertThat(answer()).isInstanceOf(Look.Failed.class);
  }

  @Test
  void redirectsAreNotFollowed() {
    reply =
        exchange -> {
          exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
          text(exchange, 302, "");
        };
    assertThat(answer()).isEqualTo(new Look.Failed("HTTP status 302 with 0 bytes"));
  }

  @Test
  void warningsMakeItPartial() {
    reply =
        exchange ->
            text(exchange, 200, EMPTY.replace("{\"status\"", "{\"warnings\":[\"w\"],\"status\""));
    assertThat(answer())
        .isEqualTo(new Look.Unusable(InvalidReason.Partial, "Prometheus gave 1 warnings"));
  }

  @Test
  void aClockFarAwayIsSkew() {
    ahead = Duration.ofSeconds(30);
    assertThat(answer())
        .isInstanceOfSatisfying(
            Look.Unusable.class,
            it -> {
              assertThat(it.reason()).isEqualTo(InvalidReason.ClockSkew);
              assertThat(it.detail()).matches("the clock of Prometheus differs by (29|30|31) s");
            });
  }

  @Test
  void tooMuchIsNotRead() {
    reply =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(EMPTY.substring(0, 1).getBytes(StandardCharsets.UTF_8));
          var megabyte = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
          for (int i = 0; i < 17; i++) {
            exchange.getResponseBody().write(megabyte);
          }
        };
    assertThat(answer())
        .isEqualTo(
            new Look.Unusable(InvalidReason.ResponseTooLarge, "more than 16 MiB for one look"));
  }

  @Test
  void silenceAndAStallingBodyTimeOut() {
    sampler.close();
    sampler = sampler(Duration.ofMillis(500));
    var hold = new CountDownLatch(1);
    reply = exchange -> stall(exchange, hold, false);
    assertThat(answer()).isEqualTo(new Look.Failed("no answer within 500 ms"));
    reply = exchange -> stall(exchange, hold, true);
    assertThat(answer()).isEqualTo(new Look.Failed("no answer within 500 ms"));
    hold.countDown();
  }

  @Test
  void theSameSamplesAreFetchedOnce() {
    var hold = new CountDownLatch(1);
    reply =
        exchange -> {
          await().until(() -> hold.getCount() == 0);
          text(exchange, 200, EMPTY);
        };
    var request = request(NOW.minusSeconds(30), false);
    sampler.request(MODEL, request);
    await().until(() -> asked.get() == 1);
    sampler.request(MODEL, request);
    hold.countDown();
    await().until(() -> woken.get() == 1);
    assertThat(asked.get()).isEqualTo(1);
  }

  @Test
  void afterThreeFailuresPrometheusIsSpared() {
    reply = exchange -> text(exchange, 500, "");
    for (int i = 0; i < 3; i++) {
      assertThat(answer()).isEqualTo(new Look.Failed("HTTP status 500 with 0 bytes"));
    }
    var spared = answer();
    assertThat(asked.get()).isEqualTo(3);
    assertThat(spared).isInstanceOf(Look.Failed.class);
    assertThat(((Look.Failed) spared).detail()).contains("did not answer the last queries");
  }

  private Look.Answer answer() {
    return look(request(NOW.minusSeconds(30).plusNanos(250_000_000), false)).answer();
  }

  private Look look(Request.Samples request) {
    var before = woken.get();
    sampler.request(MODEL, request);
    await().until(() -> woken.get() > before);
    return Optional.ofNullable(mailbox.takeLook(MODEL)).orElseThrow();
  }

  private static Request.Samples request(Instant cursor, boolean readBack) {
    var slis =
        SliDefaults.resolve(
            List.of(
                sli("slow", new SliKind.Latency(.95, .25), Optional.empty()),
                sli("calibration", new SliKind.CalibrationError(), Optional.of(.05))));
    var policy =
        new TrialPolicy(slis, .05, .05, Duration.ofSeconds(10), Duration.ofSeconds(5), "default");
    return new Request.Samples(
        "ic-bbb",
        3,
        List.of("ic-bbb", "ic-aaa"),
        policy,
        cursor,
        NOW.minusSeconds(10).plusNanos(250_000_000),
        readBack);
  }

  private static DeclaredSli sli(String name, SliKind kind, Optional<Double> objective) {
    return new DeclaredSli(
        name,
        kind,
        Optional.empty(),
        objective,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static void text(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void stall(HttpExchange exchange, CountDownLatch hold, boolean afterHeaders)
      throws IOException {
    if (afterHeaders) {
      exchange.sendResponseHeaders(200, 1000);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
    }
    await().until(() -> hold.getCount() == 0);
  }

  private static final class Silent implements SamplerMeter {
    @Override
    public void asked(String connection, Duration took, Look.Answer answer) {}

    @Override
    public void skipped(String connection) {}
  }
}
