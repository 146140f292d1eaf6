package dev.regularizer.core.analysis;

import static dev.regularizer.core.analysis.Slis.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.SliKind.CalibrationError;
import dev.regularizer.core.analysis.WindowCounts.Bins;
import dev.regularizer.core.counting.Reading;
import dev.regularizer.core.statistics.CalibrationCounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Verdicts on the expected calibration error. */
class CalibrationVerdictTest {

  private static final SliAnalysis CALIBRATION =
      Slis.analysis(Slis.declared("calibration", new CalibrationError(), .05));

  @Test
  void aCalibratedCandidatePasses() {
    SliState state = SliState.START;
    for (int i = 0; i < 12; i++) {
      state = CALIBRATION.fold(state, window(labels(100, .9, 90), labels(900, .9, 810)));
    }
    SliResult result = CALIBRATION.result(state);
    assertThat(result.verdict()).isEqualTo(Verdict.Pass);
    assertThat(result.lower()).hasValue(0);
    assertThat(result.upper().orElseThrow()).isBetween(.0, .07);
    assertThat(result.samples()).isEqualTo(1200);
    assertThat(result.badEvents()).isEqualTo(120);
  }

  @Test
  void anOverconfidentCandidateFailsOnceItsMinimumIsThere() {
    SliState state = SliState.START;
    int labels = 0;
    while (CALIBRATION.result(state).verdict() != Verdict.Fail && labels < 5000) {
      state = CALIBRATION.fold(state, window(labels(50, .9, 37), labels(450, .9, 405)));
      labels += 50;
    }
    assertThat(labels).isBetween(300, 1000);
    assertThat(CALIBRATION.result(state).reason()).isEqualTo(SliReason.ObjectiveMissed);
    assertThat(CALIBRATION.result(state).lower().orElseThrow()).isGreaterThan(.05);
    assertThat(CALIBRATION.result(state).projected()).isEmpty();
  }

  @Test
  void miscalibrationOfBothIsACommonCause() {
    SliState state = SliState.START;
    for (int i = 0; i < 20; i++) {
      state = CALIBRATION.fold(state, window(labels(100, .9, 74), labels(900, .9, 666)));
    }
    SliResult result = CALIBRATION.result(state);
    assertThat(result.verdict()).isEqualTo(Verdict.Undecided);
    assertThat(result.reason()).isEqualTo(SliReason.CommonCause);
    assertThat(result.commonCause()).isTrue();
  }

  @Test
  void judgedAgainstStable() {
    SliAnalysis relative = Slis.analysis(Slis.versusStable("calibration", new CalibrationError()));
    SliState worse = SliState.START;
    SliState equal = SliState.START;
    for (int i = 0; i < 20; i++) {
      worse = relative.fold(worse, window(labels(100, .9, 70), labels(900, .9, 810)));
      equal = relative.fold(equal, window(labels(100, .9, 74), labels(900, .9, 666)));
    }
    assertThat(relative.result(worse).verdict()).isEqualTo(Verdict.Fail);
    assertThat(relative.result(worse).reason()).isEqualTo(SliReason.WorseThanStable);
    assertThat(relative.result(equal).verdict()).isNotEqualTo(Verdict.Fail);
  }

  @Test
  void untilLabelsAreDueNobodyMissesThem() {
    SliAnalysis delayed =
        Slis.analysis(
            Slis.with(
                Slis.declared("calibration", new CalibrationError(), .05), Duration.ofMinutes(30)));
    SliState early = SliState.START;
    for (int minute = 1; minute < 30; minute++) {
      early = delayed.fold(early, none(Duration.ofMinutes(minute)));
    }
    assertThat(delayed.result(early).verdict()).isEqualTo(Verdict.Undecided);
    assertThat(delayed.result(early).reason()).isEqualTo(SliReason.AwaitingLabels);
    SliState due = delayed.fold(early, none(Duration.ofMinutes(30)));
    assertThat(delayed.result(due).reason()).isEqualTo(SliReason.BelowMinimum);
    SliState missing = delayed.fold(due, none(Duration.ofMinutes(31)));
    assertThat(delayed.result(missing).verdict()).isEqualTo(Verdict.NoData);
  }

  @Test
  void anEstimateIsShownOnlyWithEnoughLabels() {
    SliState few =
        CALIBRATION.fold(SliState.START, window(labels(100, .9, 90), labels(900, .9, 810)));
    assertThat(CALIBRATION.result(few).estimate()).isEmpty();
    SliState many =
        CALIBRATION.fold(SliState.START, window(labels(9000, .9, 8100), labels(900, .9, 810)));
    assertThat(CALIBRATION.result(many).estimate()).isPresent();
  }

  private static SliWindow none(Duration since) {
    return new SliWindow(10, since, true, new Reading.NoData<>(), new Reading.NoData<>());
  }

  private static Bins labels(long n, double confidence, long correct) {
    List<Long> trials = new ArrayList<>();
    List<Double> sums = new ArrayList<>();
    List<Long> right = new ArrayList<>();
    int bin = (int) (confidence * CalibrationCounts.BINS);
    for (int b = 0; b < CalibrationCounts.BINS; b++) {
      trials.add(b == bin ? n : 0);
      sums.add(b == bin ? n * confidence : 0);
      right.add(b == bin ? correct : 0);
    }
    return new Bins(new CalibrationCounts(trials, sums, right));
  }
}
