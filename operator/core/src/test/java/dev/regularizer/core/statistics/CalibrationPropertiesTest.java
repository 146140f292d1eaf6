package dev.regularizer.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What P3 promises for all counts; its validity by full enumeration of small cases. */
class CalibrationPropertiesTest {

  private static final double ROUNDING = 1e-9;

  @Test
  void nothingLabelledIsNoEvidence() {
    CalibrationCounts none = CalibrationCounts.NONE.mergedPairs();
    assertThat(CalibrationTest.logHarm(none, .05)).isCloseTo(0, within(1e-12));
    assertThat(CalibrationTest.logSafe(none, .07)).isCloseTo(0, within(1e-12));
    assertThat(CalibrationTest.lowerBound(none, .05)).isZero();
    assertThat(CalibrationTest.upperBound(none, .05)).isEqualTo(1);
    assertThat(CalibrationEstimate.tooSmall(none, .05)).isTrue();
  }

  @Test
  void underTheNullNoBetGainsOnAverage() {
    SplittableRandom random = new SplittableRandom(23);
    for (int i = 0; i < 150; i++) {
      int n1 = random.nextInt(1, 12);
      int n2 = random.nextInt(1, 12);
      double c1 = random.nextDouble(.5, .6);
      double c2 = random.nextDouble(.9, 1);
      double q1 = random.nextDouble(.2, 1);
      double q2 = random.nextDouble(.5, 1);
      double error = (n1 * Math.abs(q1 - c1) + n2 * Math.abs(q2 - c2)) / (n1 + n2);
      double[] k1 = Enumeration.binomial(n1, q1);
      double[] k2 = Enumeration.binomial(n2, q2);
      double harm = 0;
      double safe = 0;
      for (int a = 0; a <= n1; a++) {
        for (int b = 0; b <= n2; b++) {
          CalibrationCounts counts = twoBins(n1, n1 * c1, a, n2, n2 * c2, b);
          harm += k1[a] * k2[b] * Math.exp(CalibrationTest.logHarm(counts, error));
          safe += k1[a] * k2[b] * Math.exp(CalibrationTest.logSafe(counts, error));
        }
      }
      assertThat(harm).isLessThanOrEqualTo(1 + ROUNDING);
      assertThat(safe).isLessThanOrEqualTo(1 + ROUNDING);
    }
  }

  @Test
  void boundsContainThePlugInAndAreNestedInAlpha() {
    for (CalibrationCounts counts :
        List.of(GoldenNumbersTest.OVERCONFIDENT, GoldenNumbersTest.CALIBRATED)) {
      double plugIn = CalibrationEstimate.plugIn(counts);
      double lower = CalibrationTest.lowerBound(counts, .05);
      double upper = CalibrationTest.upperBound(counts, .05);
      assertThat(lower).isLessThanOrEqualTo(plugIn);
      assertThat(upper).isGreaterThanOrEqualTo(plugIn);
      assertThat(CalibrationTest.lowerBound(counts, .01)).isLessThanOrEqualTo(lower);
      assertThat(CalibrationTest.upperBound(counts, .01)).isGreaterThanOrEqualTo(upper);
    }
  }

  @Test
  void mergingBinsNeverRaisesThePlugIn() {
    SplittableRandom random = new SplittableRandom(29);
    for (int i = 0; i < 100; i++) {
      CalibrationCounts counts = random(random);
      assertThat(CalibrationEstimate.plugIn(counts.mergedPairs()))
          .isLessThanOrEqualTo(CalibrationEstimate.plugIn(counts) + ROUNDING);
      assertThat(counts.mergedPairs().total()).isEqualTo(counts.total());
    }
  }

  @Test
  void countsAddUp() {
    SplittableRandom random = new SplittableRandom(31);
    CalibrationCounts a = random(random);
    CalibrationCounts b = random(random);
    assertThat(a.plus(b)).isEqualTo(b.plus(a));
    assertThat(a.plus(b).total()).isEqualTo(a.total() + b.total());
    assertThat(a.plus(CalibrationCounts.NONE)).isEqualTo(a);
  }

  @Test
  void comparedWithAnEqualStableNothingIsFound() {
    CalibrationCounts bad = GoldenNumbersTest.OVERCONFIDENT;
    CalibrationCounts good = GoldenNumbersTest.CALIBRATED;
    CalibrationRatioTest harm = new CalibrationRatioTest(1.1, 0, Direction.HARM);
    assertThat(harm.logE(bad, bad)).isNegative();
    assertThat(harm.logE(good, bad)).isNegative();
    assertThat(harm.logE(bad, good)).isGreaterThan(Math.log(20));
    assertThat(harm.logE(bad, CalibrationCounts.NONE.mergedPairs())).isNegative();
    CalibrationRatioTest safe = new CalibrationRatioTest(1.5, .02, Direction.SAFE);
    assertThat(safe.logE(good, bad)).isGreaterThan(Math.log(20));
    assertThat(safe.logE(bad, good)).isNegative();
  }

  @Test
  void evidenceAgainstStableIsTheLeastOverAllErrorsOfStable() {
    CalibrationCounts bad = GoldenNumbersTest.OVERCONFIDENT;
    CalibrationCounts good = GoldenNumbersTest.CALIBRATED;
    double found = new CalibrationRatioTest(1, 0, Direction.HARM).logE(bad, good);
    double least = Double.POSITIVE_INFINITY;
    for (double e = 0; e <= 1; e += 1e-4) {
      least =
          Math.min(
              least, Math.max(CalibrationTest.logHarm(bad, e), CalibrationTest.logSafe(good, e)));
    }
    assertThat(found).isLessThanOrEqualTo(least - Math.log(2) + ROUNDING);
    assertThat(found).isCloseTo(least - Math.log(2), within(.1));
  }

  /** Wherever both curves are held, the value at their crossing lies between them. */
  @Test
  void theCrossingIsFoundForAnyCounts() {
    SplittableRandom random = new SplittableRandom(37);
    for (int i = 0; i < 60; i++) {
      CalibrationBets ours = new CalibrationBets(random(random).mergedPairs());
      CalibrationBets theirs = new CalibrationBets(random(random).mergedPairs());
      double harm = new CalibrationRatioTest(1.1, .01, Direction.HARM).logE(ours, theirs);
      double safe = new CalibrationRatioTest(1.1, .01, Direction.SAFE).logE(ours, theirs);
      for (double e = 0; e <= 1; e += 1e-3) {
        double tolerated = 1.1 * e + .01;
        assertBetween(harm, ours.logHarm(tolerated), theirs.logSafe(e));
        assertBetween(safe, theirs.logHarm(e), ours.logSafe(tolerated));
      }
    }
  }

  private static void assertBetween(double logE, double falling, double rising) {
    assertThat(logE + Math.log(2))
        .isBetween(Math.min(falling, rising) - 1e-8, Math.max(falling, rising) + 1e-8);
  }

  @Test
  void impossibleCountsAreRefused() {
    assertThatThrownBy(() -> twoBins(1, .5, 2, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bin 5: 2 correct of 1");
  }

  private static CalibrationCounts random(SplittableRandom random) {
    List<Long> n = new ArrayList<>();
    List<Double> c = new ArrayList<>();
    List<Long> k = new ArrayList<>();
    for (int b = 0; b < CalibrationCounts.BINS; b++) {
      long trials = random.nextLong(0, 200);
      n.add(trials);
      c.add(trials * (b + random.nextDouble()) / CalibrationCounts.BINS);
      k.add(random.nextLong(0, trials + 1));
    }
    return new CalibrationCounts(n, c, k);
  }

  /** Ten bins of which 5 (.5 to .6) and 9 (.9 to 1) are occupied. */
  private static CalibrationCounts twoBins(
      long n5, double c5, long k5, long n9, double c9, long k9) {
    List<Long> n = new ArrayList<>();
    List<Double> c = new ArrayList<>();
    List<Long> k = new ArrayList<>();
    for (int b = 0; b < 10; b++) {
      n.add(b == 5 ? n5 : b == 9 ? n9 : 0);
      c.add(b == 5 ? c5 : b == 9 ? c9 : 0);
      k.add(b == 5 ? k5 : b == 9 ? k9 : 0);
    }
    return new CalibrationCounts(n, c, k);
  }
}
