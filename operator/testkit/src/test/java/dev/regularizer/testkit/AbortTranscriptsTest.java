package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.command.CommandResult;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.state.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** `abort` from every phase that has something to abort, and `retry` after it. */
class AbortTranscriptsTest {

  private static Scenario trying(String name) {
    return Scenario.trying(name, Rows.ABORT, Specs.first(), SimulatedServer.GOOD);
  }

  private static void aborts(Scenario scenario, String serves) {
    scenario.play().annotate(scenario.command("abort", "2.0.0"));
    scenario.answered(CommandResult.DONE);
    scenario.play().until(Phase.ROLLED_BACK);
    assertThat(scenario.play().decision().reason()).isEqualTo(Reason.Aborted);
    scenario.play().lasting(Duration.ofSeconds(12));
    scenario.ended("2.0.0", Outcome.ABORTED, Reason.Aborted).gone("2.0.0");
    assertThat(scenario.stable()).isEqualTo(serves);
  }

  @Test
  void whileMeasuring() {
    var scenario = trying("abort-measuring");
    scenario.play().lasting(Duration.ofSeconds(25));
    aborts(scenario, "1.0.0");
    scenario.serves("1.0.0", Reason.Installed).golden();
  }

  @Test
  void beforeThePodsAreReady() {
    var scenario = new Scenario("abort-pending", Rows.ABORT);
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .apply(Specs.first().version("2.0.0"), SimulatedServer.GOOD)
        .until("its pods are asked for", one -> one.cluster().deployments().size() == 2);
    aborts(scenario, "1.0.0");
    scenario.golden();
  }

  @Test
  void whileHolding() {
    var scenario = trying("abort-holding");
    scenario.play().apply(Specs.first().version("2.0.0").paused(true)).until(Phase.HOLDING);
    aborts(scenario, "1.0.0");
    scenario.golden();
  }

  @Test
  void whilePromoting() {
    var scenario = trying("abort-promoting");
    scenario
        .play()
        .until(
            "the Service leads to the candidate",
            one -> scenario.revisionOf("2.0.0").equals(one.cluster().serving()));
    assertThat(scenario.stable()).as("not flipped yet").isEqualTo("1.0.0");
    aborts(scenario, "1.0.0");
    scenario.serves("1.0.0", Reason.Installed).golden();
  }

  @Test
  void whileBaking() {
    var scenario = trying("abort-baking");
    scenario.play().until(Phase.BAKING);
    aborts(scenario, "1.0.0");
    scenario.serves("1.0.0", Reason.BakeReturn).golden();
  }

  @Test
  void firstRevision() {
    var scenario = new Scenario("abort-first-install", Rows.ABORT);
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until("its pods are asked for", one -> !one.cluster().deployments().isEmpty())
        .annotate(scenario.command("abort", "1.0.0"));
    scenario.answered(CommandResult.DONE);
    scenario.play().until(Phase.ROLLED_BACK);
    scenario.ended("1.0.0", Outcome.ABORTED, Reason.Aborted).gone("1.0.0").golden();
  }

  @Test
  void firstRevisionThatServesAlready() {
    var scenario = new Scenario("abort-installed", Rows.ABORT);
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.PROMOTING)
        .annotate(scenario.command("abort", "1.0.0"));
    scenario.answered(CommandResult.REFUSED);
    scenario.play().until(Phase.UP_TO_DATE);
    scenario.serves("1.0.0", Reason.Installed).golden();
  }

  @Test
  void afterItsOwnRollback() {
    var scenario = trying("abort-too-late");
    var token = scenario.command("abort", "2.0.0");
    scenario
        .play()
        .when(
            "the candidate becomes overconfident",
            scenario.behaving("2.0.0", SimulatedServer.GOOD.overconfident()))
        .until(Phase.ROLLING_BACK)
        .annotate(token);
    scenario.answered(CommandResult.REFUSED);
    scenario.play().until(Phase.ROLLED_BACK);
    scenario.ended("2.0.0", Outcome.ROLLED_BACK, Reason.SliFailed).golden();
  }

  @Test
  void retriesOnlyWhenToldSo() {
    var scenario = trying("retry");
    aborts(scenario, "1.0.0");
    scenario
        .play()
        .annotate(null)
        .apply(Specs.first().version("2.0.0").replicas(3))
        .lasting(Duration.ofMinutes(2));
    assertThat(scenario.attempts("2.0.0")).isEqualTo(1);
    scenario.play().annotate(scenario.command("retry", "2.0.0"));
    scenario.answered(CommandResult.DONE);
    scenario.play().until(Phase.BAKING).until(Phase.UP_TO_DATE);
    assertThat(scenario.attempts("2.0.0")).isEqualTo(2);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void crashBetweenItsWritesLosesNothing() {
    var scenario = trying("abort-crashed");
    scenario.play().lasting(Duration.ofSeconds(15));
    scenario
        .play()
        .annotate(scenario.command("abort", "2.0.0"))
        .when(
            "the process dies after it wrote the revision, and the model says accepted still",
            one -> one.status(Answers.acceptedStill(one.status())));
    scenario.answered(CommandResult.DONE);
    scenario.play().until(Phase.ROLLED_BACK);
    scenario.ended("2.0.0", Outcome.ABORTED, Reason.Aborted).gone("2.0.0").golden();
  }
}
