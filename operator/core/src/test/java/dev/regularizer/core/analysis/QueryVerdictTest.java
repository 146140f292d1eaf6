package dev.regularizer.core.analysis;

import static dev.regularizer.core.analysis.Slis.fold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regularizer.core.analysis.SliKind.ErrorRate;
import dev.regularizer.core.analysis.SliKind.Query;
import dev.regularizer.core.analysis.WindowCounts.Value;
import dev.regularizer.core.counting.InvalidReason;
import dev.regularizer.core.counting.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A threshold on an expression: it can fail, it can be in order, it proves nothing. */
class QueryVerdictTest {

  private static final Query KIND = new Query("avg(queue_depth{$(selector)})", 100, 3);
  private static final SliAnalysis ANALYSIS = Slis.analysis(declared(Optional.empty()));

  @Test
  void defaults() {
    SliPolicy policy = ANALYSIS.policy();
    assertThat(policy.gate()).isEqualTo(Gate.NoFail);
    assertThat(policy.weight()).isZero();
    assertThat(policy.minimum()).isEqualTo(3);
    assertThat(policy.absolute()).isEmpty();
    assertThat(policy.versusStable()).isEmpty();
    assertThat(policy.combines()).isFalse();
    assertThat(policy.countsRequests()).isFalse();
    assertThat(BakeAnalysis.watches(policy)).isFalse();
  }

  @Test
  void itTakesNothingFromTheOthers() {
    List<SliPolicy> all =
        SliDefaults.resolve(
            List.of(Slis.declared("errors", new ErrorRate(), .01), declared(Optional.empty())));
    assertThat(all.getFirst().weight()).isEqualTo(1);
    assertThat(all.getLast().weight()).isZero();
  }

  @Test
  void proofCannotBeAskedOfIt() {
    assertThatThrownBy(() -> SliDefaults.resolve(List.of(declared(Optional.of(Gate.Pass)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SLI queue")
        .hasMessageContaining("NoFail or Advisory, not Pass");
    assertThatThrownBy(() -> new Query("avg(queue_depth)", 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("$(selector)");
    assertThatThrownBy(() -> new Query("up{$(selector)}", Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Query("up{$(selector)}", 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neverMoreThanUndecidedHoweverLongItIsInOrder() {
    SliResult result = ANALYSIS.result(fold(ANALYSIS, SliState.START, 500, value(100)));
    assertThat(result.verdict()).isEqualTo(Verdict.Undecided);
    assertThat(result.reason()).isEqualTo(SliReason.WithoutPromise);
    assertThat(result.evidencePass()).isZero();
    assertThat(result.evidenceFail()).isZero();
    assertThat(result.estimate()).hasValue(100);
    assertThat(result.lower()).isEmpty();
    assertThat(result.upper()).isEmpty();
    assertThat(result.samples()).isEqualTo(500);
    assertThat(result.gateMet()).isTrue();
    assertThat(result.projected()).isEmpty();
  }

  @Test
  void failsAtTheLastOfSomeWindowsInARow() {
    SliState state = fold(ANALYSIS, SliState.START, 2, value(101));
    SliResult before = ANALYSIS.result(state);
    assertThat(before.verdict()).isEqualTo(Verdict.Undecided);
    assertThat(before.reason()).isEqualTo(SliReason.AboveMaximum);
    assertThat(before.evidenceFail()).isEqualTo(2 / 3.0);
    assertThat(before.gateMet()).isFalse();
    SliResult after = ANALYSIS.result(ANALYSIS.fold(state, value(101)));
    assertThat(after.verdict()).isEqualTo(Verdict.Fail);
    assertThat(after.reason()).isEqualTo(SliReason.AboveMaximum);
    assertThat(after.evidenceFail()).isEqualTo(1);
    assertThat(after.badEvents()).isEqualTo(3);
  }

  /** Looks read many windows at once: a row inside one of them counts as well. */
  @Test
  void aRowThatIsOverStillFails() {
    SliState state = fold(ANALYSIS, SliState.START, 3, value(101));
    assertThat(ANALYSIS.result(fold(ANALYSIS, state, 9, value(1))).verdict())
        .isEqualTo(Verdict.Fail);
  }

  @Test
  void aGoodWindowEndsARow() {
    SliState state = SliState.START;
    for (int i = 0; i < 20; i++) {
      state = ANALYSIS.fold(fold(ANALYSIS, state, 2, value(1e9)), value(-1));
    }
    assertThat(ANALYSIS.result(state).verdict()).isEqualTo(Verdict.Undecided);
    assertThat(ANALYSIS.result(state).evidenceFail()).isEqualTo(2 / 3.0);
    assertThat(ANALYSIS.result(state).gateMet()).isTrue();
  }

  @Test
  void missingNumbersAreNeitherGoodNorBad() {
    SliState bad = fold(ANALYSIS, SliState.START, 2, value(101));
    SliState gone = fold(ANALYSIS, bad, 50, reading(new Reading.NoData<>()));
    assertThat(ANALYSIS.result(gone).verdict()).isEqualTo(Verdict.NoData);
    assertThat(ANALYSIS.result(gone).gateMet()).isFalse();
    SliState refused = fold(ANALYSIS, bad, 50, invalid());
    assertThat(ANALYSIS.result(refused).verdict()).isEqualTo(Verdict.Invalid);
    assertThat(ANALYSIS.result(refused).gateMet()).isFalse();
    assertThat(ANALYSIS.result(ANALYSIS.fold(gone, value(101))).verdict()).isEqualTo(Verdict.Fail);
  }

  /** One window without a number is enough to keep a promotion waiting. */
  @Test
  void theLastWindowMustBeInOrder() {
    SliState good = fold(ANALYSIS, SliState.START, 10, value(1));
    assertThat(ANALYSIS.result(good).gateMet()).isTrue();
    for (SliWindow last : List.of(reading(new Reading.NoData<>()), invalid(), value(101))) {
      assertThat(ANALYSIS.result(ANALYSIS.fold(good, last)).gateMet()).isFalse();
      assertThat(ANALYSIS.result(ANALYSIS.fold(ANALYSIS.fold(good, last), value(1))).gateMet())
          .isTrue();
    }
    assertThat(ANALYSIS.result(fold(ANALYSIS, SliState.START, 2, value(1))).gateMet()).isFalse();
  }

  @Test
  void aFailureRollsBackAloneAndNothingIsAdded() {
    List<SliPolicy> all =
        SliDefaults.resolve(
            List.of(Slis.declared("errors", new ErrorRate(), .01), declared(Optional.empty())));
    SliAnalysis errors = new SliAnalysis(all.getFirst(), Slis.RISK);
    SliResult quiet = errors.result(SliState.START);
    SliResult good = ANALYSIS.result(fold(ANALYSIS, SliState.START, 10, value(1)));
    SliResult bad = ANALYSIS.result(fold(ANALYSIS, SliState.START, 3, value(101)));
    RolloutVerdict fine = RolloutVerdict.of(all, List.of(quiet, good), Slis.RISK);
    RolloutVerdict failed = RolloutVerdict.of(all, List.of(quiet, bad), Slis.RISK);
    assertThat(fine.rollback()).isFalse();
    assertThat(failed.rollback()).isTrue();
    assertThat(failed.failing()).contains("queue");
    assertThat(failed.combined()).isFalse();
    assertThat(failed.logAll()).isEqualTo(fine.logAll());
  }

  @Test
  void anAdvisoryOneDecidesNothing() {
    SliAnalysis advisory = Slis.analysis(declared(Optional.of(Gate.Advisory)));
    SliResult bad = advisory.result(fold(advisory, SliState.START, 3, value(101)));
    assertThat(bad.verdict()).isEqualTo(Verdict.Fail);
    assertThat(RolloutVerdict.of(List.of(advisory.policy()), List.of(bad), Slis.RISK).rollback())
        .isFalse();
  }

  @Test
  void storingChangesNothing() {
    SliState state = SliState.START;
    for (double number : new double[] {1 / 3.0, 101, 1e300, -0.0, 7}) {
      state = ANALYSIS.fold(state, value(number));
      SliState stored = SliState.of(state.text());
      assertThat(stored).isEqualTo(state);
      assertThat(ANALYSIS.result(stored)).isEqualTo(ANALYSIS.result(state));
      assertThat(ANALYSIS.decisive(stored)).isEqualTo(ANALYSIS.result(state));
    }
  }

  private static DeclaredSli declared(Optional<Gate> gate) {
    return new DeclaredSli(
        "queue",
        KIND,
        gate,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static SliWindow value(double number) {
    return reading(new Reading.Counted<>(new Value(number)));
  }

  private static SliWindow invalid() {
    return reading(new Reading.Invalid<>(InvalidReason.ExpressionRefused, "HTTP status 400"));
  }

  private static SliWindow reading(Reading<WindowCounts> candidate) {
    return new SliWindow(10, Duration.ofHours(1), true, candidate, new Reading.NoData<>());
  }
}
