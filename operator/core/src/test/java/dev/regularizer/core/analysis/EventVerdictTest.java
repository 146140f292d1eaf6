package dev.regularizer.core.analysis;

import static dev.regularizer.core.analysis.Slis.fold;
import static dev.regularizer.core.analysis.Slis.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.regularizer.core.analysis.SliKind.ErrorRate;
import dev.regularizer.core.analysis.WindowCounts.Events;
import dev.regularizer.core.counting.InvalidReason;
import dev.regularizer.core.counting.Reading;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Verdicts on rates of bad events. */
class EventVerdictTest {

  private static final SliAnalysis REJECTIONS = Slis.rejections();
  private static final SliAnalysis ERRORS =
      Slis.analysis(Slis.versusStable("errors", new ErrorRate()));

  @Test
  void beforeAnyWindow() {
    SliResult result = REJECTIONS.result(SliState.START);
    assertThat(result.verdict()).isEqualTo(Verdict.Undecided);
    assertThat(result.reason()).isEqualTo(SliReason.BelowMinimum);
    assertThat(result.estimate()).isEmpty();
    assertThat(result.samples()).isZero();
    assertThat(result.evidenceFail()).isCloseTo(0, within(1e-12));
    assertThat(result.evidencePass()).isCloseTo(0, within(1e-12));
  }

  @Test
  void aHealthyCandidatePassesAndStaysPassed() {
    SliState state = fold(REJECTIONS, SliState.START, 2, window(0, 150, 2, 1350));
    SliResult passed = REJECTIONS.result(state);
    assertThat(passed.verdict()).isEqualTo(Verdict.Pass);
    assertThat(passed.reason()).isEqualTo(SliReason.WithinLimit);
    assertThat(passed.evidencePass()).isCloseTo(3.112557645 / Math.log(20), within(1e-8));
    assertThat(passed.projected()).hasValue(0);
    SliResult later = REJECTIONS.result(REJECTIONS.fold(state, window(4, 300, 20, 2700)));
    assertThat(later.evidencePass()).isLessThan(1);
    assertThat(later.verdict()).isEqualTo(Verdict.Pass);
    assertThat(later.gateMet()).isTrue();
  }

  @Test
  void aBadCandidateFailsOnlyWithItsMinimum() {
    SliResult few = REJECTIONS.result(REJECTIONS.fold(SliState.START, window(4, 4, 0, 36)));
    assertThat(few.logHarm()).isGreaterThan(Math.log(20));
    assertThat(few.verdict()).isEqualTo(Verdict.Undecided);
    assertThat(few.reason()).isEqualTo(SliReason.BelowMinimum);
    assertThat(few.countedLogHarm()).isLessThanOrEqualTo(0);
    SliState state = fold(REJECTIONS, SliState.START, 3, window(12, 100, 5, 900));
    SliResult failed = REJECTIONS.result(state);
    assertThat(failed.verdict()).isEqualTo(Verdict.Fail);
    assertThat(failed.reason()).isEqualTo(SliReason.ObjectiveMissed);
    assertThat(failed.estimate()).hasValue(.12);
    assertThat(failed.lower().orElseThrow()).isBetween(.01, .12);
    assertThat(failed.upper().orElseThrow()).isGreaterThan(.12);
    assertThat(failed.badEvents()).isEqualTo(36);
    assertThat(failed.projected()).isEmpty();
  }

  @Test
  void whatHitsBothIsACommonCause() {
    SliWindow incident = window(9, 300, 81, 2700);
    SliState healthy = fold(REJECTIONS, SliState.START, 5, window(1, 300, 9, 2700));
    SliState during = fold(REJECTIONS, healthy, 8, incident);
    SliResult result = REJECTIONS.result(during);
    assertThat(result.verdict()).isNotEqualTo(Verdict.Fail);
    assertThat(result.commonCause()).isTrue();
    SliState after = fold(REJECTIONS, during, 12, window(1, 300, 9, 2700));
    SliResult cleared = REJECTIONS.result(after);
    assertThat(cleared.commonCause()).isFalse();
    assertThat(cleared.verdict()).isEqualTo(Verdict.Pass);
    assertThat(cleared.samples()).isEqualTo(25 * 300);
  }

  @Test
  void aCandidateWorseThanAFailingStableIsStillFound() {
    SliState state = fold(REJECTIONS, SliState.START, 6, window(3, 300, 27, 2700));
    int windows = 0;
    while (REJECTIONS.result(state).verdict() != Verdict.Fail && windows < 40) {
      state = REJECTIONS.fold(state, window(24, 300, 32, 2700));
      windows++;
    }
    assertThat(windows).isLessThan(15);
  }

  @Test
  void withoutAttributionTheObjectiveAloneDecides() {
    SliAnalysis alone =
        Slis.analysis(
            Slis.with(
                Slis.declared("rejections", new SliKind.RejectionRate(), .01),
                StableFailure.Rollback));
    SliState state = fold(alone, SliState.START, 8, window(9, 300, 81, 2700));
    assertThat(alone.result(state).verdict()).isEqualTo(Verdict.Fail);
    assertThat(alone.result(state).commonCause()).isFalse();
  }

  @Test
  void againstStable() {
    SliResult worse = ERRORS.result(fold(ERRORS, SliState.START, 10, window(18, 300, 54, 2700)));
    assertThat(worse.verdict()).isEqualTo(Verdict.Fail);
    assertThat(worse.reason()).isEqualTo(SliReason.WorseThanStable);
    assertThat(worse.estimate().orElseThrow()).isCloseTo(3, within(1e-9));
    assertThat(worse.lower().orElseThrow()).isBetween(1.0, 3.0);
    assertThat(worse.upper().orElseThrow()).isGreaterThan(3);
    SliResult incident =
        ERRORS.result(fold(ERRORS, SliState.START, 40, window(30, 300, 270, 2700)));
    assertThat(incident.verdict()).isNotEqualTo(Verdict.Fail);
  }

  @Test
  void withoutAnyErrorTheFloorLetsItPass() {
    SliState state = fold(ERRORS, SliState.START, 2, window(0, 300, 0, 2700));
    assertThat(ERRORS.result(state).verdict()).isEqualTo(Verdict.Undecided);
    assertThat(ERRORS.result(state).projected().orElseThrow()).isBetween(300L, 3_000L);
    SliState more = fold(ERRORS, state, 2, window(0, 225, 0, 2025));
    assertThat(ERRORS.result(more).verdict()).isEqualTo(Verdict.Pass);
  }

  @Test
  void inexactHistogramsMakeBothClaimsHarder() {
    SliAnalysis latency =
        Slis.analysis(Slis.declared("latency", new SliKind.Latency(.95, .3), .05));
    SliWindow blurred = window(new Events(4, 60, 300), new Events(100, 540, 2700));
    SliResult result = latency.result(fold(latency, SliState.START, 20, blurred));
    assertThat(result.verdict()).isEqualTo(Verdict.Undecided);
    assertThat(result.lower().orElseThrow()).isLessThan(4 / 300.0);
    assertThat(result.upper().orElseThrow()).isGreaterThan(60 / 300.0);
  }

  @Test
  void emptyWindowsAreNoDataAndCannotTurnAPassIntoProof() {
    SliState passed = fold(REJECTIONS, SliState.START, 4, window(0, 150, 2, 1350));
    SliState once = REJECTIONS.fold(passed, nothing());
    assertThat(REJECTIONS.result(once).verdict()).isEqualTo(Verdict.Pass);
    SliState twice = REJECTIONS.fold(once, nothing());
    assertThat(REJECTIONS.result(twice).verdict()).isEqualTo(Verdict.NoData);
    assertThat(REJECTIONS.result(twice).reason()).isEqualTo(SliReason.NoSamples);
    SliState zero = fold(REJECTIONS, passed, 2, window(0, 0, 1, 1350));
    assertThat(REJECTIONS.result(zero).verdict()).isEqualTo(Verdict.NoData);
    SliState back = REJECTIONS.fold(twice, window(0, 150, 2, 1350));
    assertThat(REJECTIONS.result(back).verdict()).isEqualTo(Verdict.Pass);
  }

  @Test
  void invalidWindowsAreLeftOut() {
    SliState before = fold(REJECTIONS, SliState.START, 1, window(3, 300, 9, 2700));
    SliWindow broken =
        new SliWindow(
            10,
            Duration.ofHours(1),
            true,
            new Reading.Counted<>(new Events(300, 300, 300)),
            new Reading.Invalid<>(InvalidReason.ScrapeGap, "lost"));
    SliState after = fold(REJECTIONS, before, 2, broken);
    assertThat(after.events()).isEqualTo(before.events());
    assertThat(REJECTIONS.result(after).verdict()).isEqualTo(Verdict.Invalid);
    assertThat(REJECTIONS.result(REJECTIONS.fold(after, window(3, 300, 9, 2700))).verdict())
        .isEqualTo(Verdict.Undecided);
  }

  private static SliWindow nothing() {
    return new SliWindow(
        10, Duration.ofHours(1), false, new Reading.NoData<>(), new Reading.NoData<>());
  }
}
