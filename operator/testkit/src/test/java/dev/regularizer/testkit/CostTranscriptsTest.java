package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.state.Outcome;
import org.junit.jupiter.api.Test;

/** What a prediction costs, against stable. */
class CostTranscriptsTest {

  private static Scenario trying(String name, String row, double cost) {
    var scenario = new Scenario(name, row);
    var specs = Specs.first().judgingCost();
    scenario
        .play()
        .apply(specs, SimulatedServer.GOOD.costing(0.002))
        .until(Phase.UP_TO_DATE)
        .apply(specs.version("2.0.0"), SimulatedServer.GOOD.costing(cost))
        .until(Phase.PROGRESSING);
    return scenario;
  }

  @Test
  void aDearerCandidateIsRolledBackAfterThirtyWindows() {
    var scenario = trying("cost-rolled-back", "a candidate that costs half as much again", 0.003);
    scenario.play().until(Phase.ROLLED_BACK);
    assertThat(scenario.failing("2.0.0")).contains("cost");
    scenario
        .ended("2.0.0", Outcome.ROLLED_BACK, Reason.SliFailed)
        .gone("2.0.0")
        .serves("1.0.0", Reason.Installed)
        .golden();
  }

  @Test
  void anEqualCostIsPromoted() {
    var scenario = trying("cost-promoted", "a candidate that costs the same", 0.002);
    scenario.play().until(Phase.BAKING).until(Phase.UP_TO_DATE);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void aCandidateThatDoesNotSayItsCostIsNotPromoted() {
    var scenario = trying("cost-unknown", "a candidate that exports no cost", 0);
    scenario
        .play()
        .until("held at the deadline", one -> one.decision().reason() == Reason.Inconclusive);
    assertThat(scenario.stable()).isEqualTo("1.0.0");
    scenario.golden();
  }
}
