package dev.regularizer.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Projections by hand: missing evidence over the divergence from the limit. */
class ProjectedSamplesTest {

  private static final double ROUNDING = 1e-12;

  @Test
  void divergenceOfTwoRates() {
    assertThat(ProjectedSamples.divergence(.2, .5)).isCloseTo(.19274475702175753, within(ROUNDING));
    assertThat(ProjectedSamples.divergence(.01, .02))
        .isCloseTo(.003119375943778275, within(ROUNDING));
    assertThat(ProjectedSamples.divergence(.3, .3)).isZero();
  }

  @Test
  void againstALimit() {
    assertThat(absolute(5, 1000, .015, .607293040, .05)).hasValue(989);
  }

  @Test
  void evidenceOfHarmDoesNotMakeItLonger() {
    assertThat(absolute(5, 1000, .015, -2, .05)).hasValue(1140);
    assertThat(absolute(5, 1000, .015, 0, .05)).hasValue(1140);
  }

  @Test
  void nothingIsMissingOnceItPassed() {
    assertThat(absolute(5, 1000, .015, 10, .05)).hasValue(0);
  }

  @Test
  void aRateAtOrOverTheLimitNeverPasses() {
    assertThat(absolute(16, 1000, .015, 0, .05)).isEmpty();
    assertThat(absolute(0, 0, .5, 0, .05)).isEmpty();
  }

  @Test
  void againstStable() {
    RatioTest test = new RatioTest(1.5, .005, Direction.SAFE);
    assertThat(versus(test, 30, 6000, 45, 9000, 1, .05)).hasValue(2052);
  }

  @Test
  void againstStableBeforeTheFirstRequest() {
    RatioTest test = new RatioTest(1.5, .005, Direction.SAFE);
    assertThat(versus(test, 0, 0, 0, 0, 0, .05)).hasValue(62);
  }

  @Test
  void aLimitOfOneIsSurelyKept() {
    RatioTest test = new RatioTest(1.5, 0, Direction.SAFE);
    assertThat(versus(test, 0, 0, 900, 1000, 0, .05)).hasValue(0);
  }

  @Test
  void withoutStableThereIsNothingToCompareWith() {
    RatioTest test = new RatioTest(1.5, .005, Direction.SAFE);
    assertThat(versus(test, 0, 1000, 0, 0, 0, .05)).isEmpty();
  }

  @Test
  void calibrationPassesWhenTheSameIsSeenOftenEnough() {
    CalibrationCounts few =
        new CalibrationCounts(List.of(0L, 40L), List.of(0.0, 30.0), List.of(0L, 30L));
    long more = ProjectedSamples.toPass(few, .2, .05).orElseThrow();
    double scale = 1 + (double) more / few.total();
    double threshold = ObjectiveTest.threshold(.05);
    assertThat(more).isPositive();
    assertThat(new CalibrationBets(few).logSafe(.2, scale)).isGreaterThanOrEqualTo(threshold);
    assertThat(new CalibrationBets(few).logSafe(.2, scale - 2.0 / few.total()))
        .isLessThan(threshold);
    CalibrationCounts often = times(few, 3);
    assertThat(new CalibrationBets(few).logSafe(.2, 3))
        .isCloseTo(CalibrationTest.logSafe(often, .2), within(1e-9));
  }

  @Test
  void calibrationThatIsTooFarOffNeverPasses() {
    assertThat(ProjectedSamples.toPass(GoldenNumbersTest.OVERCONFIDENT, .07, .05)).isEmpty();
    assertThat(ProjectedSamples.toPass(CalibrationCounts.NONE.mergedPairs(), .07, .05)).isEmpty();
  }

  private static CalibrationCounts times(CalibrationCounts counts, int factor) {
    CalibrationCounts sum = counts;
    for (int i = 1; i < factor; i++) {
      sum = sum.plus(counts);
    }
    return sum;
  }

  private static OptionalLong absolute(long k, long n, double limit, double logSafe, double beta) {
    return ProjectedSamples.toPass(ProjectedSamples.rate(k, n), limit, 1, logSafe, beta, 1);
  }

  /** As an SLI relative to stable asks. */
  private static OptionalLong versus(
      RatioTest test, long kc, long nc, long ks, long ns, double logSafe, double beta) {
    double limit = Math.min(1, test.ratio() * ProjectedSamples.rate(ks, ns) + test.floor());
    double share = nc + ns == 0 ? 0.5 : (double) ns / (nc + ns);
    return ProjectedSamples.toPass(ProjectedSamples.rate(kc, nc), limit, share, logSafe, beta, 1);
  }
}
