package dev.regularizer.testkit.verdict.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.regularizer.core.analysis.SliWindow;
import dev.regularizer.core.analysis.WindowCounts.Events;
import dev.regularizer.core.counting.Reading;
import dev.regularizer.testkit.verdict.Decision;
import dev.regularizer.testkit.verdict.Ramp;
import dev.regularizer.testkit.verdict.Rule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each peer's rule, on windows made by hand. */
class PeerRulesTest {

  private static final List<SliWindow> GOOD = List.of(window(0, 100));
  private static final List<SliWindow> BAD = List.of(window(5, 100));
  private static final List<SliWindow> BETWEEN = List.of(window(2, 100));
  private static final List<SliWindow> EMPTY = List.of(window(0, 0));
  private static final Check OBJECTIVE = new Check(0, Measure.OWN, .01);

  @Test
  void flaggerNeverForgetsAFailedCheck() {
    Rule rule =
        new FlaggerRule(
            new FlaggerRule.Setting(List.of(OBJECTIVE), List.of(10, 20, 30, 40, 50), 1, 3));
    assertThat(rule.look(BAD)).isEqualTo(Decision.CONTINUE);
    assertThat(rule.look(GOOD)).isEqualTo(Decision.CONTINUE);
    assertThat(rule.weight()).isEqualTo(20);
    assertThat(rule.look(BAD)).isEqualTo(Decision.CONTINUE);
    assertThat(rule.weight()).isEqualTo(20);
    assertThat(rule.look(GOOD)).isEqualTo(Decision.CONTINUE);
    assertThat(rule.look(BAD)).isEqualTo(Decision.ROLLBACK);
  }

  @Test
  void flaggerPromotesAfterTheLastWeightAndTakesNoDataForFailure() {
    FlaggerRule.Setting setting =
        new FlaggerRule.Setting(List.of(OBJECTIVE), List.of(10, 50), 1, 1);
    Rule promoted = new FlaggerRule(setting);
    assertThat(promoted.look(GOOD)).isEqualTo(Decision.CONTINUE);
    assertThat(promoted.look(GOOD)).isEqualTo(Decision.PROMOTE);
    assertThat(new FlaggerRule(setting).look(EMPTY)).isEqualTo(Decision.ROLLBACK);
  }

  @Test
  void flaggerAsksOverItsWholeInterval() {
    Rule rule = new FlaggerRule(new FlaggerRule.Setting(List.of(OBJECTIVE), List.of(10, 50), 5, 1));
    for (int i = 0; i < 4; i++) {
      assertThat(rule.look(GOOD)).isEqualTo(Decision.CONTINUE);
    }
    assertThat(rule.look(BAD)).as("5 of 500 are within 1 %").isEqualTo(Decision.CONTINUE);
    assertThat(rule.weight()).isEqualTo(50);
  }

  @Test
  void argoAbortsOverItsFailureLimitOnly() {
    Rule rule = argo(new Check(0, Measure.OWN, .01), 1, 0);
    assertThat(rule.look(BAD)).isEqualTo(Decision.CONTINUE);
    assertThat(rule.look(GOOD)).isEqualTo(Decision.CONTINUE);
    assertThat(rule.look(BAD)).isEqualTo(Decision.ROLLBACK);
  }

  @Test
  void argoPausesOverItsInconclusiveLimit() {
    Rule rule = argo(new Check(0, Measure.OWN, .01, .03), 1, 1);
    assertThat(rule.look(BETWEEN)).isEqualTo(Decision.CONTINUE);
    assertThat(rule.look(BETWEEN)).isEqualTo(Decision.INCONCLUSIVE);
  }

  @Test
  void argoPromotesAtTheEndOfItsSteps() {
    Rule rule = argo(OBJECTIVE, 1, 0);
    for (int i = 0; i < 3; i++) {
      assertThat(rule.look(GOOD)).isEqualTo(Decision.CONTINUE);
    }
    assertThat(rule.weight()).isEqualTo(50);
    assertThat(rule.look(GOOD)).isEqualTo(Decision.PROMOTE);
  }

  @Test
  void kayentaNeedsAShiftBeyondAQuarterOfItself() {
    double[] low = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    double[] high = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
    MannWhitney shift = MannWhitney.shift(high, low, 2.326);
    assertThat(shift.estimate()).isCloseTo(10, within(1e-12));
    // Of the 100 differences 1, 2, ..., 19 occur 1, 2, ..., 10, ..., 1 times; the interval leaves
    // out floor(50 - 2.326 sqrt(100 * 21 / 12)) = 19 at each end.
    assertThat(shift.lower()).isEqualTo(6);
    assertThat(shift.upper()).isEqualTo(14);
    assertThat(MannWhitney.shift(low, low, 2.326).estimate()).isZero();
  }

  @Test
  void kayentaEndsBelowItsScoreAndPromotesAtTheEnd() {
    KayentaRule.Setting setting =
        new KayentaRule.Setting(1, Ramp.flat(10, 20), 10, true, 1, 75, 95);
    Rule bad = new KayentaRule(setting);
    Rule good = new KayentaRule(setting);
    Decision badly = Decision.CONTINUE;
    Decision well = Decision.CONTINUE;
    for (int i = 0; i < 20 && badly == Decision.CONTINUE; i++) {
      badly = bad.look(List.of(window(5 + i % 3, 100)));
    }
    for (int i = 0; i < 20; i++) {
      well = good.look(List.of(window(i % 3, 100)));
    }
    assertThat(badly).isEqualTo(Decision.ROLLBACK);
    assertThat(well).isEqualTo(Decision.PROMOTE);
  }

  @Test
  void strikesInARowAreForgotten() {
    Rule rule = new StrikesRule(new StrikesRule.Setting(10, OBJECTIVE, 1, 2, true));
    assertThat(rule.look(BAD)).isEqualTo(Decision.CONTINUE);
    assertThat(rule.look(GOOD)).isEqualTo(Decision.CONTINUE);
    assertThat(rule.look(BAD)).isEqualTo(Decision.CONTINUE);
    assertThat(rule.look(BAD)).isEqualTo(Decision.ROLLBACK);
  }

  private static Rule argo(Check check, int failureLimit, int inconclusiveLimit) {
    Ramp ramp = new Ramp(List.of(new Ramp.Step(10, 2), new Ramp.Step(50, 2)), 4);
    return new ArgoRule(
        new ArgoRule.Setting(List.of(check), ramp, 1, failureLimit, inconclusiveLimit));
  }

  /** Bad requests of the candidate; stable has one or two of a hundred in turn. */
  private static SliWindow window(long bad, long requests) {
    return new SliWindow(
        10,
        Duration.ofMinutes(1),
        true,
        new Reading.Counted<>(new Events(bad, bad, requests)),
        new Reading.Counted<>(new Events(1 + bad % 2, 1 + bad % 2, 100)));
  }
}
