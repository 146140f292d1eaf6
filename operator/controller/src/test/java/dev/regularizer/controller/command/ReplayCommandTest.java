package dev.regularizer.controller.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.regularizer.controller.sampling.SampleFile;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.testkit.SimulatedServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command replay, on files and on a server that answers like Prometheus. */
class ReplayCommandTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String input, String... args) throws InterruptedException {
    return Commands.run(
        List.of(args),
        new Console(
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8)));
  }

  private RecordedTrial overconfident() throws IOException {
    return RecordedTrial.write(folder, SimulatedServer.GOOD.overconfident(), Phase.ROLLED_BACK);
  }

  @Test
  void aRollbackComesOutBitForBit() throws IOException, InterruptedException {
    var trial = overconfident();
    assertThat(
            run("", "replay", trial.revision().toString(), "--samples", trial.samples().toString()))
        .isZero();
    assertThat(out.toString(UTF_8))
        .contains("same: counts, evidence and decisions come out bit for bit")
        .contains("reproduced:", "SliFailed", "calibration")
        .contains("beyond reach")
        .doesNotContain("contradicted");
  }

  @Test
  void aPromotionAndItsBakeComeOutBitForBit() throws IOException, InterruptedException {
    var trial = RecordedTrial.write(folder, SimulatedServer.GOOD, Phase.UP_TO_DATE);
    var yaml = Files.readString(trial.revision());
    assertThat(run(yaml, "replay", "-", "--looks", "--samples", trial.samples().toString()))
        .isZero();
    assertThat(out.toString(UTF_8))
        .contains("promotion at", "all gates met", "step 2 at")
        .contains("bit for bit");
  }

  @Test
  void theHistoryBeforeATrialComesOutBitForBit() throws IOException, InterruptedException {
    var trial = longServing();
    assertThat(
            run("", "replay", trial.revision().toString(), "--samples", trial.samples().toString()))
        .isZero();
    assertThat(out.toString(UTF_8))
        .containsPattern(
            "stable's windows from \\S+ to \\S+: 80 counted, traffic and overdispersion 1\\.0\\d*"
                + " \\(rejections\\)\\n")
        .contains("bit for bit");
  }

  @Test
  void aTamperedHistoryIsToldOnce() throws IOException, InterruptedException {
    var trial = longServing();
    var yaml = Files.readString(trial.revision());
    assertThat(yaml).contains("windows: 80", "phiFrom: \"History\"");
    Files.writeString(
        trial.revision(),
        yaml.replaceFirst("(phi: \")[0-9.]+(\"\\s+phiFrom: \"History)", "$11.5$2"));
    assertThat(
            run("", "replay", trial.revision().toString(), "--samples", trial.samples().toString()))
        .isEqualTo(1);
    assertThat(out.toString(UTF_8))
        .contains("contradicted by the samples")
        .contains("overdispersion 1.5 (rejections)");
  }

  @Test
  void aHistoryOutOfReachOfTheSamplesIsListed() throws IOException, InterruptedException {
    var trial = longServing();
    var samples = SampleFile.read(trial.samples());
    var begin = Instant.parse("2026-01-01T00:12:00Z").toEpochMilli();
    SampleFile.write(trial.samples(), samples.between(begin, Long.MAX_VALUE));
    assertThat(
            run("", "replay", trial.revision().toString(), "--samples", trial.samples().toString()))
        .isZero();
    assertThat(out.toString(UTF_8))
        .contains("beyond reach")
        .contains(
            "the samples do not reach back so far; its traffic and overdispersion are taken from"
                + " the record")
        .contains("bit for bit");
  }

  private RecordedTrial longServing() throws IOException {
    return RecordedTrial.write(
        folder, SimulatedServer.GOOD.overconfident(), Duration.ofMinutes(15), Phase.ROLLED_BACK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "countedWindows: 2|countedWindows: 3|.steps[0].countedWindows: stored 3, recomputed 2",
        "passLatched: true|passLatched: false|passLatched: stored absent, recomputed true",
        "candidateRequests: 400|candidateRequests: 401|.measurements.candidateRequests: stored 401,"
            + " recomputed 400",
      })
  void aTamperedStatusIsToldWithItsField(String found, String tampered, String told)
      throws IOException, InterruptedException {
    var trial = overconfident();
    var yaml = Files.readString(trial.revision());
    assertThat(yaml).contains(found);
    Files.writeString(trial.revision(), yaml.replaceFirst(found, tampered));
    assertThat(
            run("", "replay", trial.revision().toString(), "--samples", trial.samples().toString()))
        .isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("differs in ").contains(told);
  }

  @Test
  void otherSamplesAreTold() throws IOException, InterruptedException {
    var trial = overconfident();
    var json = Files.readString(trial.samples());
    // The last sample of the candidate's rejections that was counted.
    assertThat(json).contains("[1767225644.000,\"0.0\"]");
    Files.writeString(
        trial.samples(), json.replace("[1767225644.000,\"0.0\"]", "[1767225644.000,\"7.0\"]"));
    assertThat(
            run("", "replay", trial.revision().toString(), "--samples", trial.samples().toString()))
        .isEqualTo(1);
    assertThat(out.toString(UTF_8))
        .contains("differs in ")
        .contains(".slis[0].candidate[0]: stored 0, recomputed 7");
  }

  @Test
  void samplesThatBeginTooLateAreTold() throws IOException, InterruptedException {
    var trial = overconfident();
    Files.writeString(
        trial.samples(),
        "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}");
    assertThat(
            run("", "replay", trial.revision().toString(), "--samples", trial.samples().toString()))
        .isEqualTo(1);
    assertThat(out.toString(UTF_8))
        .contains("beyond reach")
        .contains("give samples recorded earlier")
        .contains("differs in ");
  }

  @Test
  void samplesOfAPrometheusAreRecordedAndUsedAgain() throws IOException, InterruptedException {
    var trial = overconfident();
    var answer = Files.readAllBytes(trial.samples());
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v1/query",
        exchange -> {
          exchange.sendResponseHeaders(200, answer.length);
          try (var body = exchange.getResponseBody()) {
            body.write(answer);
          }
        });
    server.start();
    var recorded = folder.resolve("recorded.json").toString();
    try {
      var url = "http://127.0.0.1:" + server.getAddress().getPort();
      assertThat(
              run(
                  "",
                  "replay",
                  trial.revision().toString(),
                  "--prometheus",
                  url,
                  "--record",
                  recorded))
          .isZero();
    } finally {
      server.stop(0);
    }
    assertThat(run("", "replay", trial.revision().toString(), "--samples", recorded)).isZero();
    assertThat(Files.readAllBytes(Path.of(recorded))).isEqualTo(answer);
  }

  @Test
  void badInputSaysWhereWhatAndWhatToDo() throws IOException, InterruptedException {
    var trial = overconfident();
    var revision = trial.revision().toString();
    var samples = trial.samples().toString();
    assertThat(run("", "replay", revision)).isEqualTo(2);
    assertThat(run("", "replay", "--samples", samples)).isEqualTo(2);
    assertThat(run("", "replay", folder.resolve("none").toString(), "--samples", samples))
        .isEqualTo(2);
    assertThat(run("kind: Pod", "replay", "-", "--samples", samples)).isEqualTo(2);
    assertThat(run(": : {", "replay", "-", "--samples", samples)).isEqualTo(2);
    assertThat(run("", "replay", revision, "--samples", revision)).isEqualTo(2);
    assertThat(run("", "replay", revision, "--prometheus", "nonsense")).isEqualTo(2);
    assertThat(run("", "replay", revision, "--prometheus", "http://127.0.0.1:1")).isEqualTo(2);
    assertThat(run("", "replay", revision, "--sample", samples)).isEqualTo(2);
    assertThat(run("", "replay", revision, "--samples")).isEqualTo(2);
    assertThat(err.toString(UTF_8).lines())
        .hasSize(10)
        .allMatch(line -> line.startsWith("replay: "))
        .allMatch(line -> line.contains("allowed") || line.contains("give"))
        .anyMatch(line -> line.contains("found neither of --samples FILE and --prometheus URL"))
        .anyMatch(line ->
            line.contains(
                "found unknown option --sample; allowed are --looks, --prometheus, --record,"
                    + " --samples, --svg"))
        .anyMatch(line -> line.contains("standard input: found kind \"Pod\""));
  }

  @Test
  void drawingsAreWellFormed() throws Exception {
    var trial = RecordedTrial.write(folder, SimulatedServer.GOOD, Phase.BAKING);
    var drawn = folder.resolve("drawn");
    assertThat(
            run(
                "",
                "replay",
                trial.revision().toString(),
                "--samples",
                trial.samples().toString(),
                "--svg",
                drawn.toString()))
        .isZero();
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    var evidence = builder.parse(drawn.resolve("evidence.svg").toFile()).getDocumentElement();
    assertThat(evidence.getElementsByTagName("polyline").getLength())
        .as("two curves per SLI and one of all")
        .isEqualTo(5);
    assertThat(evidence.getTextContent()).contains("10 %", "50 %", "rejections: Pass");
    var reliability =
        builder.parse(drawn.resolve("reliability-calibration.svg").toFile()).getDocumentElement();
    assertThat(reliability.getTextContent()).containsPattern("n=\\d{2,}");
    try (var files = Files.list(drawn)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void helpIsPrinted() throws InterruptedException {
    assertThat(run("", "replay", "--help")).isZero();
    assertThat(out.toString(UTF_8)).contains("usage: replay REVISION");
  }
}
