package dev.regularizer.controller.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.regularizer.controller.sampling.SampleFile;
import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.testkit.SimulatedServer;
import dev.regularizer.testkit.Simulation;
import dev.regularizer.testkit.Specs;
import dev.regularizer.testkit.Transcript;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expressions are part of what is replayed and tried on the past. */
class QueryCommandsTest {
  private static final String EXPRESSION = "avg(queue_depth{$(selector)})";
  private static final Specs SPECS =
      Specs.first()
          .judging(
              new DeclaredSli(
                  "queue",
                  new SliKind.Query(EXPRESSION, 100, 3),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()));
  private static final String MODEL =
      """
      apiVersion: regularizer.dev/v1alpha1
      kind: RegularizedModel
      metadata: {name: ic, namespace: vision}
      spec:
        revision:
          pod: {spec: {containers: [{name: model, image: registry.example.com/ic:2.0.0}]}}
        traffic: {gatewayAPI: {parentRefs: [{name: public}], hostnames: [ic.example.com]}}
        rollout:
          window: 10s
          deadline: 10m
          steps: [{weight: 10, duration: 1m}, {weight: 50, duration: 2m}]
        slis:
        - {name: rejections, rejectionRate: {objective: "0.01"}}
        - {name: queue, query: {expression: "avg(queue_depth{$(selector)})", maximum: "MAXIMUM"}}
      """;

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String input, String... args) throws InterruptedException {
    out.reset();
    err.reset();
    return Commands.run(
        List.of(args),
        new Console(
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8)));
  }

  private RecordedTrial trial(double queue) throws IOException {
    return RecordedTrial.write(
        folder,
        SPECS,
        SimulatedServer.GOOD.queueing(20),
        SimulatedServer.GOOD.queueing(queue),
        queue > 100 ? Phase.ROLLED_BACK : Phase.UP_TO_DATE);
  }

  /** Without answers to expressions. */
  private Path rawSamples(Path samples) throws IOException {
    var raw = folder.resolve("raw.json");
    SampleFile.write(
        raw,
        new SampleMatrix(
            SampleFile.read(samples).series().stream()
                .filter(one -> !one.name().startsWith("avg("))
                .toList()));
    return raw;
  }

  @Test
  void aRollbackByAThresholdComesOutBitForBit() throws IOException, InterruptedException {
    var trial = trial(250);
    assertThat(
            run("", "replay", trial.revision().toString(), "--samples", trial.samples().toString()))
        .as(out.toString(UTF_8))
        .isZero();
    assertThat(out.toString(UTF_8))
        .contains("SliFailed", "queue: 250", "without statistical promise")
        .contains("same: counts, evidence and decisions come out bit for bit");
  }

  @Test
  void samplesWithoutItsAnswersAreTold() throws IOException, InterruptedException {
    var trial = trial(250);
    var raw = rawSamples(trial.samples()).toString();
    assertThat(run("", "replay", trial.revision().toString(), "--samples", raw)).isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("differs in ");
  }

  @Test
  void aPrometheusIsAskedForEveryWindowOfTheAttempt() throws IOException, InterruptedException {
    var trial = trial(30);
    var answer = Files.readAllBytes(rawSamples(trial.samples()));
    var asked = new CopyOnWriteArrayList<String>();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v1/",
        exchange -> {
          var body = answer;
          if (exchange.getRequestURI().getPath().endsWith("query_range")) {
            var form =
                URLDecoder.decode(
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8), UTF_8);
            asked.add(form);
            body = range(form, "30.0").getBytes(UTF_8);
          }
          try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    var recorded = folder.resolve("recorded.json").toString();
    var revision = trial.revision().toString();
    try {
      var url = "http://127.0.0.1:" + server.getAddress().getPort();
      assertThat(run("", "replay", revision, "--prometheus", url, "--record", recorded))
          .as(out.toString(UTF_8))
          .isZero();
    } finally {
      server.stop(0);
    }
    assertThat(asked).isNotEmpty().allMatch(form -> form.startsWith("query=avg(queue_depth{names"));
    assertThat(run("", "replay", revision, "--samples", recorded)).isZero();
  }

  @Test
  void aPastQueueSaysWhetherAHealthyCandidateWouldHaveFailed()
      throws IOException, InterruptedException {
    var simulation = new Simulation(new Transcript("past"));
    simulation
        .apply(SPECS, SimulatedServer.GOOD.queueing(20))
        .until(Phase.UP_TO_DATE)
        .lasting(Duration.ofMinutes(15));
    simulation
        .apply(SPECS.version("2.0.0"), SimulatedServer.GOOD.queueing(20))
        .until(Phase.PROGRESSING);
    var stable = simulation.revisions().getFirst().name();
    var past = folder.resolve("past.json");
    SampleFile.write(past, simulation.samples());
    assertThat(backtest("50", stable, past)).isZero();
    assertThat(out.toString(UTF_8))
        .containsPattern("queue +20 of 20")
        .doesNotContain("queue worse");
    assertThat(backtest("10", stable, past)).isZero();
    assertThat(out.toString(UTF_8)).containsPattern("healthy +20 +20 ");
    assertThat(backtest("10", stable, rawSamples(past))).isZero();
    assertThat(out.toString(UTF_8)).doesNotContain("queue");
    assertThat(err.toString(UTF_8))
        .contains("queue: found no answer to its expression among the samples, so it is left out");
  }

  private int backtest(String maximum, String stable, Path samples) throws InterruptedException {
    return run(
        MODEL.replace("MAXIMUM", maximum),
        "backtest",
        "-",
        "--stable",
        stable,
        "--scrape-interval",
        "2s",
        "--runs",
        "20",
        "--samples",
        samples.toString());
  }

  /** A constant at every step of a range. */
  private static String range(String form, String value) {
    var times = Pattern.compile("start=([0-9.]+)&end=([0-9.]+)&step=([0-9]+)ms").matcher(form);
    if (!times.find()) {
      throw new IllegalArgumentException(form);
    }
    var step = new BigDecimal(times.group(3)).movePointLeft(3);
    var end = new BigDecimal(times.group(2));
    var values = new StringBuilder();
    for (var at = new BigDecimal(times.group(1)); at.compareTo(end) <= 0; at = at.add(step)) {
      values.append(values.isEmpty() ? "" : ",").append("[" + at + ",\"" + value + "\"]");
    }
    return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},"
        + "\"values\":["
        + values
        + "]}]}}";
  }
}
