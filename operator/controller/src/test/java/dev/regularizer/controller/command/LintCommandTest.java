package dev.regularizer.controller.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regularizer.controller.sampling.SampleFile;
import dev.regularizer.core.present.Condition;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.spec.RolloutSpec;
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

/** The command lint, on the samples of a simulated stable revision with 200 requests a second. */
class LintCommandTest {
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
          steps: [{weight: 10, duration: 30s}, {weight: 50, duration: 30s}]
        slis:
        - {name: rejections, rejectionRate: {objective: "0.002"}}
        - {name: calibration, calibrationError: {objective: "0.05"}}
      """;

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Simulation simulation = new Simulation(new Transcript("past"));
  private String stable = "";

  @BeforeEach
  void pastTraffic() throws IOException {
    simulation
        .apply(Specs.first().rejectionObjective(0.002), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .lasting(Duration.ofMinutes(15));
    stable = simulation.revisions().getFirst().name();
    SampleFile.write(folder.resolve("past.json"), simulation.samples());
  }

  private int run(String model, String... more) throws InterruptedException {
    var args = new ArrayList<>(List.of("lint", "-", "--stable", stable, "--scrape-interval", "2s"));
    args.addAll(List.of("--samples", folder.resolve("past.json").toString()));
    args.addAll(List.of(more));
    return Commands.run(
        args,
        new Console(
            new ByteArrayInputStream(model.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8)));
  }

  private JsonNode report(int code, String model, String... more)
      throws InterruptedException, IOException {
    out.reset();
    var args = new ArrayList<>(List.of(more));
    args.add("--json");
    assertThat(run(model, args.toArray(String[]::new))).as(err.toString(UTF_8)).isEqualTo(code);
    return new ObjectMapper().readTree(out.toString(UTF_8));
  }

  @Test
  void aPolicyWithinReachHasItsNumbersAndCodeZero() throws IOException, InterruptedException {
    var report = report(0, MODEL);
    assertThat(report.path("windows").asInt()).isEqualTo(80);
    assertThat(report.path("deadline").asText()).isEqualTo("10m");
    var rejections = report.path("slis").get(0);
    assertThat(rejections.path("samplesPerSecond").asDouble()).isBetween(199.0, 201.0);
    assertThat(rejections.path("expected").asLong())
        .as("30 s at 20 and 570 s at 100 a second")
        .isBetween(57_000L, 58_200L);
    assertThat(rejections.path("needed").asLong()).isBetween(1_000L, 20_000L);
    assertThat(report.path("slis"))
        .extracting(one -> one.path("withinReach").asBoolean())
        .containsOnly(true);
  }

  @Test
  void aPolicyOutOfReachIsToldAsWhenItIsAccepted() throws IOException, InterruptedException {
    var model = MODEL.replace("deadline: 10m", "deadline: 40s");
    assertThat(run(model)).as(err.toString(UTF_8)).isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("until the deadline of 40s", "rejections");
    var report = report(1, model, "--until", "2026-01-01T00:14:00Z");
    simulation
        .apply(
            Specs.first()
                .rejectionObjective(0.002)
                .version("2.0.0")
                .rollout(plan ->
                    new RolloutSpec(
                        plan.steps(),
                        Duration.ofSeconds(40),
                        plan.bake(),
                        plan.drain(),
                        plan.onInconclusive(),
                        plan.restartsLimit(),
                        plan.rollbackWindow(),
                        plan.badEventsLimit())),
            SimulatedServer.GOOD)
        .until(Phase.PROGRESSING)
        .lasting(Duration.ofSeconds(2));
    var told =
        simulation.status().conditions().stream()
            .filter(one -> one.type() == Condition.Type.PolicyValid)
            .findFirst()
            .orElseThrow();
    assertThat(told.status()).isEqualTo(Condition.Status.False);
    assertThat(told.message())
        .as("the same arithmetic on the same traffic")
        .startsWith(report.path("slis").get(0).path("message").asText());
  }

  @Test
  void badInputSaysWhereWhatAndWhatToDo() throws InterruptedException {
    assertThat(run(MODEL, "--until", "soon")).isEqualTo(2);
    assertThat(run(MODEL, "--until", "2025-12-31T00:00:00Z")).isEqualTo(2);
    assertThat(run(MODEL.replace("kind: RegularizedModel", "kind: Pod"))).isEqualTo(2);
    assertThat(run(MODEL, "--namespace", "elsewhere")).isEqualTo(2);
    assertThat(run(MODEL + "  metrics: {preset: Triton}\n")).isEqualTo(2);
    assertThat(run(MODEL, "--prometheus", "http://127.0.0.1:1")).isEqualTo(2);
    assertThat(err.toString(UTF_8).lines())
        .hasSize(6)
        .allMatch(line -> line.startsWith("lint: "))
        .anyMatch(line -> line.contains("found 0 windows of vision/" + stable))
        .anyMatch(line -> line.contains("Triton"))
        .anyMatch(line -> line.contains("found both of --samples FILE and --prometheus URL"));
  }
}
