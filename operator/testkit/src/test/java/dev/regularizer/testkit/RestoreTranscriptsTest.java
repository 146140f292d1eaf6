package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.state.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A model whose status is lost, as after a restore of a backup: what serves serves on. */
class RestoreTranscriptsTest {
  private static final String LOST = "the model's status is lost";

  private static Scenario trying(String name, SimulatedServer candidate) {
    return Scenario.trying(name, Rows.RESTORE, Specs.first(), candidate);
  }

  private static Scenario baking(String name) {
    var scenario = trying(name, SimulatedServer.GOOD);
    scenario.play().until(Phase.BAKING);
    return scenario;
  }

  private static void failing(Scenario scenario) {
    scenario
        .play()
        .when(
            "the new stable rejects 8 %",
            scenario.behaving("2.0.0", SimulatedServer.GOOD.rejecting(0.08)));
  }

  @Test
  void bakeGoesOnAndReturnsAtABadVerdict() {
    var scenario = baking("restore-while-baking");
    scenario.play().when(LOST, one -> one.status(null));
    assertThat(scenario.play().decision().phase()).isEqualTo(Phase.BAKING);
    failing(scenario);
    scenario.play().until(Phase.ROLLED_BACK).lasting(Duration.ofSeconds(30));
    scenario
        .ended("2.0.0", Outcome.ROLLED_BACK, Reason.SliFailed)
        .serves("1.0.0", Reason.BakeReturn)
        .gone("2.0.0")
        .golden();
  }

  @Test
  void returnIsNotForgotten() {
    var scenario = baking("restore-while-returning");
    failing(scenario);
    scenario
        .play()
        .until(Phase.ROLLING_BACK)
        .when(LOST, one -> one.status(null))
        .until(Phase.ROLLED_BACK)
        .lasting(Duration.ofSeconds(30));
    scenario
        .ended("2.0.0", Outcome.ROLLED_BACK, Reason.SliFailed)
        .serves("1.0.0", Reason.BakeReturn)
        .gone("2.0.0")
        .golden();
  }

  @Test
  void rolledBackStaysBackThoughEveryStatusIsLost() {
    var scenario = trying("restore-everything", SimulatedServer.GOOD.rejecting(0.08));
    scenario
        .play()
        .until(Phase.ROLLED_BACK)
        .when(
            "a restore brings everything back without status",
            one -> {
              one.status(null);
              one.cluster().forget(scenario.revisionOf("1.0.0"));
              one.cluster().forget(scenario.revisionOf("2.0.0"));
            })
        .lasting(Duration.ofMinutes(1));
    assertThat(scenario.stable()).isEqualTo("1.0.0");
    assertThat(scenario.play().decision().phase()).isEqualTo(Phase.ROLLED_BACK);
    assertThat(scenario.attempts("2.0.0")).isZero();
    scenario.gone("2.0.0").golden();
  }
}
