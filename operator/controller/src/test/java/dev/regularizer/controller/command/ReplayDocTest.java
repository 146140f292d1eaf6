package dev.regularizer.controller.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.testkit.SimulatedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every `regularizer-operator` command of `operator/docs/replay.md`, from top to bottom, on a
 * simulated trial; what the document shows is what they print. The others need a cluster; an
 * end-to-end test runs them there.
 */
class ReplayDocTest {
  private static final Path BASE = Path.of(System.getProperty("basedir", "."));
  private static final Path DOC = BASE.resolve("../docs/replay.md");
  private static final String PROGRAM = "regularizer-operator ";
  private static final String PROMETHEUS = "http://127.0.0.1:9090";
  private static final Set<String> FILES =
      Set.of("revision.yaml", "samples.json", "model.yaml", "past.json", "drawings");
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
          deadline: 4m
          steps: [{weight: 10, duration: 1m}, {weight: 50, duration: 2m}]
        slis:
        - {name: rejections, rejectionRate: {objective: "0.01"}}
        - {name: strict, rejectionRate: {objective: "0.0012", limit: "0.0015"}}
        - {name: calibration, calibrationError: {objective: "0.05"}}
      """;

  @TempDir private Path folder;
  private HttpServer prometheus;

  @BeforeEach
  void aTrialAndThePrometheusThatMeasuredIt() throws IOException {
    var trial =
        RecordedTrial.write(
            folder,
            SimulatedServer.GOOD.overconfident(),
            Duration.ofMinutes(15),
            Phase.ROLLED_BACK);
    assertThat(DOC).content().contains(trial.candidate(), trial.stable());
    var answer = Files.readAllBytes(trial.samples());
    Files.delete(trial.samples());
    Files.writeString(folder.resolve("model.yaml"), MODEL);
    prometheus = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    prometheus.createContext(
        "/api/v1/query",
        exchange -> {
          exchange.sendResponseHeaders(200, answer.length);
          try (var body = exchange.getResponseBody()) {
            body.write(answer);
          }
        });
    prometheus.start();
  }

  @AfterEach
  void theEnd() {
    prometheus.stop(0);
  }

  /** Run with -Ddocs.update=true to write what the commands print. */
  @Test
  void everyCommandDoesWhatTheDocumentSays() throws IOException, InterruptedException {
    var doc = CommandDoc.read(DOC);
    var outputs = new ArrayList<String>();
    var ran = new ArrayList<String>();
    for (var example : doc.examples()) {
      if (example.command().startsWith(PROGRAM)) {
        var output = run(example.command());
        ran.add(example.command().split(" ", 3)[1]);
        if (example.shown()) {
          outputs.add(output);
        }
      } else {
        assertThat(example.command()).matches("(?s)(\\./mvnw|kubectl) .*");
        assertThat(example.shown()).isFalse();
      }
    }
    assertThat(ran).contains("replay", "backtest", "lint").hasSizeGreaterThan(5);
    var written = doc.showing(outputs).text();
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(DOC, written);
    }
    assertThat(DOC).hasContent(written);
    try (var drawn = Files.list(folder.resolve("drawings"))) {
      assertThat(drawn.map(one -> one.getFileName().toString()))
          .containsExactlyInAnyOrder("evidence.svg", "reliability-calibration.svg");
    }
  }

  /** A policy out of reach is what lint's example is about: code 1 says so. */
  private String run(String command) throws InterruptedException {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var words = Arrays.stream(command.substring(PROGRAM.length()).split(" ", -1)).map(this::here);
    var code =
        Commands.run(
            words.toList(),
            new Console(
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8)));
    assertThat(code)
        .as("%s%n%s%s", command, out.toString(UTF_8), err.toString(UTF_8))
        .isEqualTo(command.startsWith(PROGRAM + "lint model.yaml") ? 1 : 0);
    return out.toString(UTF_8).replace(folder + "/", "");
  }

  private String here(String word) {
    if (word.equals(PROMETHEUS)) {
      return "http://127.0.0.1:" + prometheus.getAddress().getPort();
    }
    return FILES.contains(word) ? folder.resolve(word).toString() : word;
  }

  @Test
  void blocksAreReadAndWritten() {
    var doc =
        new CommandDoc(
            List.of("```sh", "one \\", "  two", "```", "", "```text", "old", "```", "end"));
    assertThat(doc.examples()).containsExactly(new CommandDoc.Example("one two", true));
    assertThat(doc.showing(List.of("new  \nlines\n")).lines())
        .containsExactly(
            "```sh", "one \\", "  two", "```", "", "```text", "new", "lines", "```", "end");
  }
}
