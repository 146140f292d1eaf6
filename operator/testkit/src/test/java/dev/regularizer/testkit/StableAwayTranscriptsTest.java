package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.state.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Stable loses its pods while something is on trial. */
class StableAwayTranscriptsTest {
  private static final String ROW =
      "no pod of stable is ready: traffic goes where ready pods are, which is no promotion";

  private static void stable(Scenario scenario, String what, SimulatedServer server) {
    scenario.play().when(what, scenario.behaving("1.0.0", server));
  }

  @Test
  void candidateAnswersUntilStableIsBack() {
    var scenario = Scenario.trying("stable-away", ROW, Specs.first(), SimulatedServer.GOOD);
    scenario.play().lasting(Duration.ofSeconds(20));
    stable(scenario, "no pod of stable is ready", SimulatedServer.GOOD.neverReady("OOMKilled"));
    var candidate = scenario.revisionOf("2.0.0");
    assertThat(scenario.play().cluster().weight(candidate)).isEqualTo(100);
    assertThat(scenario.play().decision().reason()).isEqualTo(Reason.StableUnavailable);
    scenario.play().lasting(Duration.ofMinutes(2));
    assertThat(scenario.stable()).as("no promotion").isEqualTo("1.0.0");
    stable(scenario, "stable is ready again", SimulatedServer.GOOD);
    scenario.play().lasting(Duration.ofSeconds(3));
    assertThat(scenario.play().cluster().weight(candidate)).isEqualTo(10);
    scenario.play().until(Phase.BAKING);
    scenario.golden();
  }

  @Test
  void brokenStableDoesNotStopItsFix() {
    var scenario = new Scenario("stable-broken-fixed", ROW);
    scenario.play().apply(Specs.first(), SimulatedServer.GOOD).until(Phase.UP_TO_DATE);
    stable(scenario, "stable breaks", SimulatedServer.GOOD.neverReady("CrashLoopBackOff"));
    scenario
        .play()
        .apply(Specs.first().version("2.0.0"), SimulatedServer.GOOD)
        .until("the fix answers", one -> one.cluster().weight(scenario.revisionOf("2.0.0")) == 100);
    scenario.play().lasting(Duration.ofSeconds(10));
    assertThat(scenario.play().decision().phase()).isEqualTo(Phase.HOLDING);
    scenario.golden();
  }

  @Test
  void rollbackWaitsForAReadyPodOfStable() {
    var scenario =
        Scenario.trying(
            "stable-away-rollback", ROW, Specs.first(), SimulatedServer.GOOD.crashing(6));
    scenario.play().lasting(Duration.ofSeconds(15));
    stable(scenario, "no pod of stable is ready", SimulatedServer.GOOD.neverReady("OOMKilled"));
    scenario.play().until(Phase.ROLLING_BACK).lasting(Duration.ofSeconds(20));
    var candidate = scenario.revisionOf("2.0.0");
    assertThat(scenario.play().cluster().weight(candidate)).as("it answers").isPositive();
    stable(scenario, "stable is ready again", SimulatedServer.GOOD);
    scenario.play().until(Phase.ROLLED_BACK);
    scenario
        .ended("2.0.0", Outcome.ROLLED_BACK, Reason.RestartsExceeded)
        .serves("1.0.0", Reason.Installed)
        .gone("2.0.0")
        .golden();
  }
}
