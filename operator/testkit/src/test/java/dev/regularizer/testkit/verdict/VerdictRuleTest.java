package dev.regularizer.testkit.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.SliWindow;
import dev.regularizer.core.analysis.WindowCounts.Events;
import dev.regularizer.testkit.verdict.Ramp.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictRuleTest {

  private static final List<SliPolicy> POLICIES = Policies.of(Policies.REJECTIONS);
  private static final List<Step> STEPS = List.of(new Step(5, 4), new Step(10, 100));

  @Test
  void theWeightRisesWhenTheTimeOfAStepIsOver() {
    VerdictRule rule = new VerdictRule(POLICIES, Policies.RISK, new Ramp(STEPS, 200));
    for (int window = 0; window < 4; window++) {
      assertThat(rule.weight()).isEqualTo(5);
      assertThat(rule.look(window(window, 5))).isEqualTo(Decision.CONTINUE);
    }
    assertThat(rule.weight()).isEqualTo(10);
  }

  @Test
  void theWeightStaysWhileAVerdictIsOutOfReach() {
    VerdictRule rule = new VerdictRule(POLICIES, Policies.RISK, new Ramp(STEPS, 5));
    for (int window = 0; window < 4; window++) {
      assertThat(rule.look(window(window, 5))).isEqualTo(Decision.CONTINUE);
    }
    assertThat(rule.weight()).isEqualTo(5);
    assertThat(rule.look(window(4, 5))).isEqualTo(Decision.INCONCLUSIVE);
  }

  @Test
  void promotionWaitsForTheLastStep() {
    VerdictRule rule =
        new VerdictRule(
            POLICIES, Policies.RISK, new Ramp(List.of(new Step(5, 4), new Step(10, 2)), 200));
    for (int window = 0; window < 5; window++) {
      assertThat(rule.look(window(window, 0))).isEqualTo(Decision.CONTINUE);
    }
    assertThat(rule.weight()).isEqualTo(10);
    assertThat(rule.look(window(5, 0))).isEqualTo(Decision.PROMOTE);
  }

  /** 300 requests of the candidate, 5,700 of stable, of which 0.5 % are rejected. */
  private static List<SliWindow> window(int number, long rejected) {
    return List.of(
        new Moment(number, 5, 300, 5700)
            .counted(new Events(rejected, rejected, 300), new Events(28, 28, 5700)));
  }
}
