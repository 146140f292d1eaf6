package dev.regularizer.controller.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.regularizer.controller.config.Connection;
import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.counting.CohortSeries;
import dev.regularizer.core.counting.LabelSeries;
import dev.regularizer.core.counting.LabelSource;
import dev.regularizer.core.counting.RawSeries;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Labels that a labeler exports are asked for by its own labels, in a query of their own. */
class LabelerSamplingTest {
  private static final ModelKey MODEL = new ModelKey("vision", "ic");
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final String LABELS =
      "{__name__=~\"model_cohort_errors_total|model_cohort_labeled_total"
          + "|model_prediction_confidence_total|model_prediction_correct_total"
          + "|model_prediction_labeled_total\",namespace=\"vision\",model=\"ic\""
          + ",revision=~\"bbb|aaa\"}[28000ms]";

  private final Mailbox mailbox = new Mailbox();
  private final AtomicInteger woken = new AtomicInteger();
  private final List<String> queries = new CopyOnWriteArrayList<>();
  private volatile int labelerStatus = 200;
  private HttpServer server;
  private Sampler sampler;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/query", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    sampler =
        new Sampler(
            List.of(
                new Connection(
                    "default",
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10),
                    2,
                    Set.of())),
            HttpClient.newHttpClient(),
            Instant::now,
            mailbox,
            model -> woken.incrementAndGet(),
            new Silent());
  }

  private void answer(HttpExchange exchange) throws IOException {
    var form =
        URLDecoder.decode(
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
            StandardCharsets.UTF_8);
    var query = form.substring("query=".length(), form.indexOf("&time="));
    queries.add(query);
    var labeler = query.contains("revision=~");
    var body =
        ("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":"
                + "{\"__name__\":\"%s\"},\"values\":[[1,\"1\"]]}]}}")
            .formatted(labeler ? "of_the_labeler" : "of_a_pod")
            .getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(labeler ? labelerStatus : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @AfterEach
  void stop() {
    sampler.close();
    server.stop(0);
  }

  @Test
  void bothAnswersAreOneLook() {
    assertThat(look(LabelSource.Labeler))
        .isInstanceOfSatisfying(
            Look.Samples.class,
            samples ->
                assertThat(samples.matrix().series())
                    .extracting(RawSeries::name)
                    .containsExactly("of_a_pod", "of_the_labeler"));
    assertThat(queries)
        .containsExactly(
            "{__name__=~\"model_predictions_total\",namespace=\"vision\""
                + ",pod=~\"(ic-bbb|ic-aaa)-[a-z0-9]+-[a-z0-9]+\"}[28000ms]",
            LABELS);
  }

  @Test
  void halfAnAnswerIsNone() {
    labelerStatus = 503;
    assertThat(look(LabelSource.Labeler)).isInstanceOf(Look.Failed.class);
    assertThat(queries).hasSize(2);
  }

  @Test
  void withoutALabelerThereIsOneQuery() {
    assertThat(look(LabelSource.Server)).isInstanceOf(Look.Samples.class);
    assertThat(queries).hasSize(1);
    assertThat(queries.getFirst())
        .startsWith(
            "{__name__=~\"model_cohort_errors_total|model_cohort_labeled_total"
                + "|model_prediction_confidence_total");
  }

  private Look.Answer look(LabelSource source) {
    var line =
        SliDefaults.versusAll(
            new DeclaredSli.Ratio(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    var slis =
        SliDefaults.resolve(
            List.of(
                sli(
                    "calibration",
                    new SliKind.CalibrationError(LabelSeries.CONTRACT.from(source)),
                    Optional.of(.05)),
                sli(
                    "fairness",
                    new SliKind.CohortError(CohortSeries.CONTRACT.from(source), 20, line),
                    Optional.empty())));
    sampler.request(
        MODEL,
        new Request.Samples(
            "ic-bbb",
            3,
            List.of("ic-bbb", "ic-aaa"),
            new TrialPolicy(slis, .05, .05, Duration.ofDays(999), Duration.ofSeconds(5), "default"),
            NOW.minusSeconds(30),
            NOW.minusSeconds(10),
            false));
    await().until(() -> woken.get() > 0);
    return Optional.ofNullable(mailbox.takeLook(MODEL)).orElseThrow().answer();
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

  private static final class Silent implements SamplerMeter {
    @Override
    public void asked(String connection, Duration took, Look.Answer answer) {}

    @Override
    public void skipped(String connection) {}
  }
}
