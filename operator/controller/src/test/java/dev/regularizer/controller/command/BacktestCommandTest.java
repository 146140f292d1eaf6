package dev.regularizer.controller.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regularizer.controller.sampling.SampleFile;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.testkit.SimulatedServer;
import dev.regularizer.testkit.Simulation;
import dev.regularizer.testkit.Specs;
import dev.regularizer.testkit.Transcript;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command backtest, on the samples of a simulated stable revision. */
class BacktestCommandTest {
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
        - {name: rare, rejectionRate: {objective: "0.0011", limit: "0.00111"}}
      """;

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String stable = "";

  @BeforeEach
  void pastTraffic() throws IOException {
    var simulation = new Simulation(new Transcript("past"));
    simulation
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .lasting(Duration.ofMinutes(20));
    stable = simulation.revisions().getFirst().name();
    SampleFile.write(folder.resolve("past.json"), simulation.samples());
  }

  private int run(String model, String... more) throws InterruptedException {
    var args =
        new ArrayList<>(
            List.of(
                "backtest", "-", "--stable", stable, "--scrape-interval", "2s", "--runs", "20"));
    args.addAll(List.of("--samples", folder.resolve("past.json").toString()));
    args.addAll(List.of(more));
    return Commands.run(
        args,
        new Console(
            new ByteArrayInputStream(model.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8)));
  }

  private JsonNode report(String... more) throws InterruptedException, IOException {
    out.reset();
    var args = new ArrayList<>(List.of(more));
    args.add("--json");
    assertThat(run(MODEL, args.toArray(String[]::new))).as(err.toString(UTF_8)).isZero();
    return new ObjectMapper().readTree(out.toString(UTF_8));
  }

  @Test
  void healthyCandidatesStayAndHarmfulOnesGo() throws IOException, InterruptedException {
    var report = report("--harm", "0.05");
    assertThat(report.path("windows").asInt()).isGreaterThan(100);
    assertThat(report.path("healthy").path("rolledBack").asInt()).isZero();
    var harmed = report.path("harmful").get(0);
    assertThat(harmed.path("sli").asText()).isEqualTo("rejections");
    assertThat(harmed.path("rolledBack").asInt()).isEqualTo(20);
    assertThat(harmed.path("medianSamples").asLong()).isBetween(100L, 5_000L);
  }

  @Test
  void aLargerHarmLivesShorter() throws IOException, InterruptedException {
    var small = report("--harm", "0.03").path("harmful").get(0).path("medianSamples").asLong();
    var large = report("--harm", "0.30").path("harmful").get(0).path("medianSamples").asLong();
    assertThat(large).isLessThanOrEqualTo(small);
  }

  @Test
  void theSameSeedGivesTheSameAnswer() throws IOException, InterruptedException {
    assertThat(report("--seed", "7")).isEqualTo(report("--seed", "7"));
  }

  @Test
  void aGateThatCannotBeMetIsNamed() throws InterruptedException {
    assertThat(run(MODEL)).as(err.toString(UTF_8)).isZero();
    assertThat(out.toString(UTF_8))
        .contains("healthy", "rejections worse by 2.00 %", "20 of 20")
        .contains("rare could never pass at this traffic");
  }

  @Test
  void badInputSaysWhereWhatAndWhatToDo() throws InterruptedException {
    assertThat(run(MODEL, "--harm", "2")).isEqualTo(2);
    assertThat(run(MODEL, "--seed", "x")).isEqualTo(2);
    assertThat(run(MODEL.replace("kind: RegularizedModel", "kind: Pod"))).isEqualTo(2);
    assertThat(run(MODEL.replace("window: 10s", "window: soon"))).isEqualTo(2);
    assertThat(run(MODEL, "--namespace", "elsewhere")).isEqualTo(2);
    assertThat(err.toString(UTF_8).lines())
        .hasSize(5)
        .allMatch(line -> line.startsWith("backtest: ") && line.contains("found"));
  }
}
