package dev.regularizer.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.SliKind.CalibrationError;
import dev.regularizer.core.analysis.SliKind.ErrorRate;
import dev.regularizer.core.analysis.WindowCounts.Events;
import dev.regularizer.core.counting.InvalidReason;
import dev.regularizer.core.counting.Reading;
import dev.regularizer.core.statistics.EDetector;
import org.junit.jupiter.api.Test;

/** Watching a new stable revision. */
class BakeAnalysisTest {

  private static final BakeAnalysis BAKE =
      new BakeAnalysis(Slis.rejections().policy(), Slis.RISK, 60);

  @Test
  void onlyAbsoluteRatesAreWatched() {
    assertThat(BakeAnalysis.watches(Slis.rejections().policy())).isTrue();
    assertThat(
            BakeAnalysis.watches(Slis.analysis(Slis.versusStable("e", new ErrorRate())).policy()))
        .isFalse();
    assertThat(
            BakeAnalysis.watches(
                Slis.analysis(Slis.declared("c", new CalibrationError(), .05)).policy()))
        .isFalse();
    assertThat(
            BakeAnalysis.watches(
                Slis.analysis(Slis.with(Slis.declared("e", new ErrorRate(), .01), Gate.Advisory))
                    .policy()))
        .isFalse();
  }

  @Test
  void aHealthyBakeIsQuietAndALateFailureIsFound() {
    EDetector detector = EDetector.NONE;
    for (int j = 0; j < 40; j++) {
      detector = BAKE.fold(detector, counted(2, 300));
      assertThat(BAKE.alarm(detector)).isFalse();
    }
    int windows = 0;
    while (!BAKE.alarm(detector) && windows < 20) {
      detector = BAKE.fold(detector, counted(12, 300));
      windows++;
    }
    assertThat(windows).isBetween(1, 4);
    assertThat(BAKE.evidence(detector)).isGreaterThanOrEqualTo(1);
  }

  @Test
  void windowsWithoutSamplesChangeNothing() {
    EDetector before = BAKE.fold(EDetector.NONE, counted(2, 300));
    assertThat(BAKE.fold(before, new Reading.NoData<>())).isEqualTo(before);
    assertThat(BAKE.fold(before, new Reading.Invalid<>(InvalidReason.Partial, "half")))
        .isEqualTo(before);
    assertThat(BAKE.fold(before, counted(0, 0))).isEqualTo(before);
  }

  private static Reading<WindowCounts> counted(long bad, long trials) {
    return new Reading.Counted<>(new Events(bad, bad, trials));
  }
}
