package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.state.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How fast the error budget of 99 % is spent. */
class BudgetTranscriptsTest {

  private static final Specs SPECS =
      Specs.first()
          .judging(
              new DeclaredSli(
                  "burn",
                  new SliKind.ErrorBudgetBurn(.99),
                  Optional.empty(),
                  Optional.of(1.0),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()));

  @Test
  void aCandidateThatSpendsItTooFastIsRolledBack() {
    var scenario =
        Scenario.trying(
            "budget-burnt",
            "a candidate that spends its error budget four times too fast",
            SPECS,
            SimulatedServer.GOOD.failing(0.04));
    scenario.play().until(Phase.ROLLED_BACK);
    assertThat(scenario.failing("2.0.0")).contains("burn");
    scenario
        .ended("2.0.0", Outcome.ROLLED_BACK, Reason.SliFailed)
        .gone("2.0.0")
        .serves("1.0.0", Reason.Installed)
        .golden();
  }

  @Test
  void oneWithinItIsPromoted() {
    var scenario =
        Scenario.trying(
            "budget-kept",
            "a candidate that spends a fifth of its error budget",
            SPECS,
            SimulatedServer.GOOD.failing(0.002));
    scenario.play().until(Phase.BAKING).until(Phase.UP_TO_DATE);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }
}
