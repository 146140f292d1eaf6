package dev.regularizer.core.analysis;

import static dev.regularizer.core.analysis.Slis.fold;
import static dev.regularizer.core.analysis.Slis.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.regularizer.core.analysis.SliKind.ErrorBudgetBurn;
import dev.regularizer.core.analysis.SliKind.ErrorRate;
import dev.regularizer.core.counting.EventSeries;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Spending of an error budget: P1 with p0 = burn rate x (1 - slo), shown as burn rates. */
class BurnVerdictTest {

  private static final SliAnalysis BURN = Slis.analysis(burn(Optional.empty(), Optional.empty()));

  @Test
  void defaults() {
    assertThat(BURN.policy().absolute()).contains(new Absolute(.001, .0015));
    assertThat(BURN.policy().gate()).isEqualTo(Gate.Pass);
    assertThat(BURN.policy().minimum()).isEqualTo(200);
    assertThat(BURN.policy().countsRequests()).isTrue();
    assertThat(BakeAnalysis.watches(BURN.policy())).isTrue();
    assertThat(new ErrorBudgetBurn(.999).series()).isEqualTo(EventSeries.ERRORS);
    assertThat(new ErrorBudgetBurn(.999).budget()).isEqualTo(.001);
    assertThatThrownBy(() -> new ErrorBudgetBurn(1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void burnRatesAreSharesOfTheBudget() {
    assertThat(absolute(Optional.of(14.4), Optional.empty())).isEqualTo(new Absolute(.0144, .0216));
    assertThat(absolute(Optional.of(2.0), Optional.of(2.5))).isEqualTo(new Absolute(.002, .0025));
    // At 1000 times the budget every request is bad; no limit is above that.
    assertThat(absolute(Optional.of(800.0), Optional.empty())).isEqualTo(new Absolute(.8, 1));
    assertThatThrownBy(() -> absolute(Optional.of(2.0), Optional.of(1.5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not above the objective");
    assertThatThrownBy(() -> absolute(Optional.of(1000.0), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void itIsTheTestOfAnErrorRate() {
    SliAnalysis errors = Slis.analysis(Slis.declared("errors", new ErrorRate(), .001));
    SliState state = fold(BURN, SliState.START, 10, window(4, 1000, 9, 9000));
    SliResult burn = BURN.result(state);
    SliResult rate = errors.result(fold(errors, SliState.START, 10, window(4, 1000, 9, 9000)));
    assertThat(burn.logHarm()).isEqualTo(rate.logHarm());
    assertThat(burn.logSafe()).isEqualTo(rate.logSafe());
    assertThat(burn.verdict()).isEqualTo(Verdict.Fail);
    assertThat(burn.reason()).isEqualTo(SliReason.ObjectiveMissed);
    assertThat(burn.estimate().orElseThrow()).isCloseTo(4, within(1e-9));
    assertThat(burn.lower().orElseThrow())
        .isCloseTo(rate.lower().orElseThrow() / .001, within(1e-9))
        .isGreaterThan(1);
    assertThat(burn.upper().orElseThrow())
        .isCloseTo(rate.upper().orElseThrow() / .001, within(1e-9));
    assertThat(burn.projected()).isEqualTo(rate.projected());
  }

  @Test
  void spendingWhatStableSpendsIsACommonCause() {
    SliState state = fold(BURN, SliState.START, 20, window(4, 1000, 36, 9000));
    SliResult result = BURN.result(state);
    assertThat(result.verdict()).isEqualTo(Verdict.Undecided);
    assertThat(result.commonCause()).isTrue();
  }

  /** Statistics: at half the budget some 8,600 requests pass. */
  @Test
  void halfTheBudgetPassesAfterThousandsOfRequests() {
    SliState early = fold(BURN, SliState.START, 3, window(1, 2000, 9, 18_000));
    assertThat(BURN.result(early).verdict()).isEqualTo(Verdict.Undecided);
    SliState late = fold(BURN, SliState.START, 6, window(1, 2000, 9, 18_000));
    assertThat(BURN.result(late).verdict()).isEqualTo(Verdict.Pass);
  }

  private static Absolute absolute(Optional<Double> rate, Optional<Double> limit) {
    return SliDefaults.resolve(List.of(burn(rate, limit))).getFirst().absolute().orElseThrow();
  }

  private static DeclaredSli burn(Optional<Double> rate, Optional<Double> limit) {
    return new DeclaredSli(
        "burn",
        new ErrorBudgetBurn(.999),
        Optional.empty(),
        rate,
        limit,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
