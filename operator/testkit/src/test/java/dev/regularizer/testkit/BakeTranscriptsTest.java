package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.state.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What happens while the new stable serves and the old one is warm. */
class BakeTranscriptsTest {

  private static Scenario baking(String name, String row) {
    var scenario = new Scenario(name, row);
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .apply(Specs.first().version("2.0.0"), SimulatedServer.GOOD)
        .until(Phase.BAKING);
    return scenario;
  }

  @Test
  void badVerdictReturnsToThePreviousStable() {
    var scenario = baking("bake-return", Rows.BAD_WHILE_BAKING);
    scenario
        .play()
        .when(
            "the new stable rejects 8 %",
            scenario.behaving("2.0.0", SimulatedServer.GOOD.rejecting(0.08)))
        .until(Phase.ROLLED_BACK)
        .lasting(Duration.ofSeconds(30));
    scenario
        .ended("2.0.0", Outcome.ROLLED_BACK, Reason.SliFailed)
        .serves("1.0.0", Reason.BakeReturn)
        .gone("2.0.0")
        .golden();
    assertThat(scenario.failing("2.0.0")).contains("rejections");
  }

  @Test
  void lostPodsReturnToThePreviousStable() {
    var scenario = baking("bake-return-pods", Rows.BAD_WHILE_BAKING);
    scenario
        .play()
        .when(
            "no pod of the new stable is ready",
            scenario.behaving("2.0.0", SimulatedServer.GOOD.neverReady("OOMKilled")))
        .until(Phase.ROLLED_BACK)
        .lasting(Duration.ofSeconds(30));
    scenario
        .ended("2.0.0", Outcome.ROLLED_BACK, Reason.CandidateUnavailable)
        .serves("1.0.0", Reason.BakeReturn)
        .golden();
  }

  @Test
  void newDigestCutsTheBake() {
    var scenario = baking("bake-cut", Rows.NEW_WHILE_BAKING);
    scenario
        .play()
        .apply(Specs.first().version("2.0.0").version("3.0.0"), SimulatedServer.GOOD)
        .until("3.0.0 in its first step", one -> scenario.attempts("3.0.0") == 1)
        .lasting(Duration.ofSeconds(20));
    scenario.gone("1.0.0").golden();
    assertThat(scenario.stable()).isEqualTo("2.0.0");
    assertThat(scenario.play().status().pointers().previous()).isNull();
  }

  @Test
  void specBackToThePreviousStableReturnsAtOnce() {
    var scenario = baking("bake-reverted", Rows.FORMER_STABLE);
    scenario
        .play()
        .apply(Specs.first().version("2.0.0").version("1.0.0"))
        .until(Phase.UP_TO_DATE)
        .lasting(Duration.ofSeconds(30));
    scenario
        .ended("2.0.0", Outcome.REVERTED, Reason.Reverted)
        .serves("1.0.0", Reason.BakeReturn)
        .gone("2.0.0")
        .golden();
  }
}
