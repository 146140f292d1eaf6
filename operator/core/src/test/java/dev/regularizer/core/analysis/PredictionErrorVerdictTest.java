package dev.regularizer.core.analysis;

import static dev.regularizer.core.analysis.Slis.fold;
import static dev.regularizer.core.analysis.Slis.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.regularizer.core.analysis.SliKind.EventRate;
import dev.regularizer.core.analysis.SliKind.PredictionError;
import dev.regularizer.core.counting.EventSeries;
import dev.regularizer.core.counting.Reading;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Verdicts on wrong answers; the windows hold labelled predictions. */
class PredictionErrorVerdictTest {

  private static final DeclaredSli WRONG = Slis.declared("wrong", new PredictionError(), .1);
  private static final SliAnalysis ANALYSIS = Slis.analysis(WRONG);

  @Test
  void aSharePassesBelowItsLimitAndFailsAboveItsObjective() {
    SliResult good = ANALYSIS.result(fold(ANALYSIS, SliState.START, 6, window(6, 100, 54, 900)));
    assertThat(good.verdict()).isEqualTo(Verdict.Pass);
    assertThat(good.estimate().orElseThrow()).isCloseTo(.06, within(1e-12));
    assertThat(good.samples()).isEqualTo(600);
    SliResult bad = ANALYSIS.result(fold(ANALYSIS, SliState.START, 4, window(20, 100, 54, 900)));
    assertThat(bad.verdict()).isEqualTo(Verdict.Fail);
    assertThat(bad.reason()).isEqualTo(SliReason.ObjectiveMissed);
    assertThat(bad.badEvents()).isEqualTo(80);
  }

  @Test
  void itIsTheTestOfAnyOtherShare() {
    SliAnalysis errors = Slis.analysis(Slis.declared("errors", new SliKind.ErrorRate(), .1));
    SliState wrong = fold(ANALYSIS, SliState.START, 7, window(13, 100, 99, 900));
    SliState failed = fold(errors, SliState.START, 7, window(13, 100, 99, 900));
    assertThat(ANALYSIS.result(wrong).logHarm()).isEqualTo(errors.result(failed).logHarm());
    assertThat(ANALYSIS.result(wrong).logSafe()).isEqualTo(errors.result(failed).logSafe());
  }

  @Test
  void wrongAnswersOfBothAreACommonCause() {
    SliState state = fold(ANALYSIS, SliState.START, 20, window(20, 100, 180, 900));
    assertThat(ANALYSIS.result(state).verdict()).isEqualTo(Verdict.Undecided);
    assertThat(ANALYSIS.result(state).reason()).isEqualTo(SliReason.CommonCause);
  }

  @Test
  void againstStable() {
    SliAnalysis relative = Slis.analysis(Slis.versusStable("wrong", new PredictionError()));
    SliState worse = fold(relative, SliState.START, 20, window(20, 100, 90, 900));
    SliState equal = fold(relative, SliState.START, 20, window(10, 100, 90, 900));
    assertThat(relative.result(worse).verdict()).isEqualTo(Verdict.Fail);
    assertThat(relative.result(worse).reason()).isEqualTo(SliReason.WorseThanStable);
    assertThat(relative.result(worse).estimate().orElseThrow()).isCloseTo(2, within(1e-9));
    assertThat(relative.result(equal).verdict()).isNotEqualTo(Verdict.Fail);
  }

  @Test
  void untilLabelsAreDueNobodyMissesThem() {
    SliAnalysis delayed = Slis.analysis(Slis.with(WRONG, Duration.ofMinutes(30)));
    SliState early = SliState.START;
    for (int minute = 1; minute < 30; minute++) {
      early = delayed.fold(early, none(Duration.ofMinutes(minute)));
    }
    assertThat(delayed.result(early).reason()).isEqualTo(SliReason.AwaitingLabels);
    SliState missing = early;
    for (int minute = 30; minute < 32; minute++) {
      missing = delayed.fold(missing, none(Duration.ofMinutes(minute)));
    }
    assertThat(delayed.result(missing).verdict()).isEqualTo(Verdict.NoData);
  }

  @Test
  void whatItsSamplesAre() {
    SliPolicy wrong = ANALYSIS.policy();
    assertThat(wrong.countsLabels()).isTrue();
    assertThat(wrong.countsBadEvents()).isTrue();
    assertThat(wrong.countsRequests()).isFalse();
    assertThat(wrong.comparesConfidences()).isFalse();
    assertThat(BakeAnalysis.watches(wrong)).isTrue();
    SliPolicy toxic =
        Slis.analysis(Slis.declared("toxic", new EventRate(EventSeries.ERRORS), .001)).policy();
    assertThat(toxic.countsLabels()).isFalse();
    assertThat(toxic.countsRequests()).isTrue();
    assertThat(BakeAnalysis.watches(toxic)).isTrue();
  }

  private static SliWindow none(Duration since) {
    return new SliWindow(10, since, true, new Reading.NoData<>(), new Reading.NoData<>());
  }
}
