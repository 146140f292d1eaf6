package dev.regularizer.core.analysis;

import static dev.regularizer.core.analysis.Slis.fold;
import static dev.regularizer.core.analysis.Slis.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.regularizer.core.analysis.SliKind.CostPerPrediction;
import dev.regularizer.core.analysis.SliKind.ErrorRate;
import dev.regularizer.core.analysis.WindowCounts.Costs;
import dev.regularizer.core.counting.Reading;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Verdicts on the cost of a prediction. */
class CostVerdictTest {

  private static final DeclaredSli COST = Slis.versusStable("cost", new CostPerPrediction());
  private static final SliAnalysis ANALYSIS = Slis.analysis(COST);

  @Test
  void defaults() {
    assertThat(ANALYSIS.policy().versusStable()).contains(new VersusStable(1.05, 1.1, 0, 0));
    assertThat(ANALYSIS.policy().gate()).isEqualTo(Gate.Pass);
    assertThat(ANALYSIS.policy().minimum()).isEqualTo(200);
    assertThat(BakeAnalysis.watches(ANALYSIS.policy())).isFalse();
    assertThatThrownBy(
            () -> SliDefaults.resolve(List.of(Slis.declared("cost", new CostPerPrediction(), .05))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SLI cost: a cost has no objective by itself");
  }

  @Test
  void neverBeforeThirtyWindows() {
    SliState early = alternating(SliState.START, 14, 3, 2);
    early = ANALYSIS.fold(early, pair(300, 2));
    SliResult before = ANALYSIS.result(early);
    assertThat(before.verdict()).isEqualTo(Verdict.Undecided);
    assertThat(before.reason()).isEqualTo(SliReason.BelowMinimum);
    assertThat(before.minimumMet()).isFalse();
    assertThat(before.evidenceFail()).isZero();
    assertThat(before.evidencePass()).isZero();
    SliResult after = ANALYSIS.result(ANALYSIS.fold(early, pair(300, 3)));
    assertThat(after.verdict()).isEqualTo(Verdict.Fail);
    assertThat(after.reason()).isEqualTo(SliReason.WorseThanStable);
    assertThat(after.estimate().orElseThrow()).isCloseTo(2.5, within(1e-9));
    assertThat(after.lower().orElseThrow()).isBetween(1.05, 2.5);
    assertThat(after.upper().orElseThrow()).isGreaterThan(2.5);
    assertThat(after.samples()).isEqualTo(30 * 300);
    assertThat(after.evidenceFail()).isGreaterThan(1);
  }

  @Test
  void fewPredictionsDecideNothing() {
    SliState state = SliState.START;
    for (int j = 0; j < 40; j++) {
      state = ANALYSIS.fold(state, pair(4, 3));
    }
    assertThat(ANALYSIS.result(state).verdict()).isEqualTo(Verdict.Undecided);
    assertThat(ANALYSIS.result(state).minimumMet()).isFalse();
    for (int j = 0; j < 10; j++) {
      state = ANALYSIS.fold(state, pair(4, 3));
    }
    assertThat(ANALYSIS.result(state).verdict()).isEqualTo(Verdict.Fail);
  }

  @Test
  void anEqualCostPassesAndStaysPassed() {
    SliState state = alternating(SliState.START, 20, 1.05, .95);
    SliResult result = ANALYSIS.result(state);
    assertThat(result.verdict()).isEqualTo(Verdict.Pass);
    assertThat(result.gateMet()).isTrue();
    assertThat(result.evidencePass()).isGreaterThan(1);
    assertThat(result.evidenceFail()).isNegative();
  }

  @Test
  void betweenObjectiveAndLimitNothingIsProven() {
    SliState state = alternating(SliState.START, 20, 1.3, .85);
    SliResult result = ANALYSIS.result(state);
    assertThat(result.verdict()).isEqualTo(Verdict.Undecided);
    assertThat(result.reason()).isEqualTo(SliReason.CollectingEvidence);
  }

  @Test
  void aWindowWithoutStableComparesNothing() {
    SliWindow alone =
        new SliWindow(
            10,
            Duration.ofHours(1),
            true,
            new Reading.Counted<>(new Costs(900, "eur", 300)),
            new Reading.NoData<>());
    SliState state = fold(ANALYSIS, SliState.START, 100, alone);
    assertThat(ANALYSIS.result(state).verdict()).isEqualTo(Verdict.Undecided);
    assertThat(ANALYSIS.result(state).estimate()).isEmpty();
    assertThat(ANALYSIS.result(state).samples()).isEqualTo(30_000);
  }

  @Test
  void otherUnitsAreInvalid() {
    SliWindow units = window(new Costs(300, "usd", 300), new Costs(2700, "eur", 2700));
    SliState state = fold(ANALYSIS, SliState.START, 2, units);
    assertThat(ANALYSIS.result(state).verdict()).isEqualTo(Verdict.Invalid);
    assertThat(state.costs()).isEqualTo(CostState.START);
  }

  @Test
  void withoutACostThereIsNoVerdict() {
    SliWindow nothing =
        new SliWindow(
            10, Duration.ofHours(1), true, new Reading.NoData<>(), new Reading.NoData<>());
    SliState passed = alternating(SliState.START, 20, 1.05, .95);
    assertThat(ANALYSIS.result(fold(ANALYSIS, passed, 2, nothing)).verdict())
        .isEqualTo(Verdict.NoData);
  }

  @Test
  void storingChangesNothing() {
    SliState state = alternating(SliState.START, 20, 1.3, .85);
    SliState stored = SliState.of(state.text());
    assertThat(stored).isEqualTo(state);
    assertThat(ANALYSIS.result(stored)).isEqualTo(ANALYSIS.result(state));
    assertThat(SliState.of(SliState.START.text())).isEqualTo(SliState.START);
  }

  @Test
  void itFailsAtItsOwnShareAndIsNeverAdded() {
    DeclaredSli errors = Slis.declared("errors", new ErrorRate(), .01);
    List<SliPolicy> policies = SliDefaults.resolve(List.of(errors, COST));
    assertThat(policies).extracting(SliPolicy::weight).containsExactly(.5, .5);
    SliAnalysis good = new SliAnalysis(policies.get(0), Slis.RISK);
    SliAnalysis cost = new SliAnalysis(policies.get(1), Slis.RISK);
    SliResult fine = good.result(fold(good, SliState.START, 4, window(0, 300, 9, 2700)));
    SliState dear = SliState.START;
    for (int j = 0; j < 40; j++) {
      dear = cost.fold(dear, pair(300, j % 2 == 0 ? 3 : 2));
    }
    RolloutVerdict verdict =
        RolloutVerdict.of(policies, List.of(fine, cost.result(dear)), Slis.RISK);
    assertThat(verdict.rollback()).isTrue();
    assertThat(verdict.failing()).contains("cost");
    assertThat(verdict.combined()).isFalse();
    assertThat(verdict.gatesMet()).isFalse();
    assertThat(verdict.logAll()).isCloseTo(Math.log(.5) + fine.logHarm(), within(1e-12));
    List<SliPolicy> advisory = SliDefaults.resolve(List.of(errors, Slis.with(COST, Gate.Advisory)));
    SliAnalysis shown = new SliAnalysis(advisory.get(1), Slis.RISK);
    SliResult alone = shown.result(dear);
    assertThat(alone.verdict()).isEqualTo(Verdict.Fail);
    assertThat(RolloutVerdict.of(advisory, List.of(fine, alone), Slis.RISK).rollback()).isFalse();
  }

  @Test
  void aSmallerShareAsksForMore() {
    SliAnalysis tenth =
        new SliAnalysis(
            SliDefaults.resolve(
                    IntStream.range(0, 10)
                        .mapToObj(i -> Slis.versusStable("cost" + i, new CostPerPrediction()))
                        .toList())
                .getFirst(),
            Slis.RISK);
    SliState state = alternating(SliState.START, 20, 1.5, .9);
    assertThat(tenth.result(state).evidenceFail())
        .isBetween(0.0, ANALYSIS.result(state).evidenceFail() - .1);
  }

  private static SliState alternating(SliState before, int pairs, double one, double other) {
    SliState state = before;
    for (int j = 0; j < pairs; j++) {
      state = ANALYSIS.fold(state, pair(300, one));
      state = ANALYSIS.fold(state, pair(300, other));
    }
    return state;
  }

  private static SliWindow pair(long predictions, double cost) {
    return window(new Costs(cost * predictions, "eur", predictions), new Costs(2700, "eur", 2700));
  }
}
