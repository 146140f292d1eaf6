package dev.regularizer.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Calibration of the candidate against that of stable; its validity by full enumeration. */
class CalibrationRatioPropertiesTest {

  private static final double ROUNDING = 1e-9;
  private static final int BINS = 10;

  /** One revision whose labels all lie in one bin. */
  private record Arm(int n, int bin, double confidence, double rate) {

    double error() {
      return Math.abs(rate - confidence);
    }

    CalibrationCounts counts(int correct) {
      List<Long> trials = new ArrayList<>();
      List<Double> sums = new ArrayList<>();
      List<Long> right = new ArrayList<>();
      for (int b = 0; b < BINS; b++) {
        trials.add(b == bin ? n : 0L);
        sums.add(b == bin ? n * confidence : 0.0);
        right.add(b == bin ? correct : 0L);
      }
      return new CalibrationCounts(trials, sums, right);
    }
  }

  @Test
  void underTheNullNoBetGainsOnAverage() {
    SplittableRandom random = new SplittableRandom(37);
    int checked = 0;
    while (checked < 60) {
      Arm stable = draw(random, 0);
      double ratio = new double[] {.8, 1, 1.5}[random.nextInt(3)];
      double floor = new double[] {0, .02}[random.nextInt(2)];
      Arm candidate = draw(random, ratio * stable.error() + floor);
      if (candidate.rate() >= 0 && candidate.rate() <= 1) {
        assertThat(mean(new CalibrationRatioTest(ratio, floor, Direction.HARM), candidate, stable))
            .isLessThanOrEqualTo(1 + ROUNDING);
        assertThat(mean(new CalibrationRatioTest(ratio, floor, Direction.SAFE), candidate, stable))
            .isLessThanOrEqualTo(1 + ROUNDING);
        checked++;
      }
    }
  }

  @Test
  void withoutLabelsThereIsNoEvidence() {
    CalibrationCounts none = CalibrationCounts.NONE.mergedPairs();
    assertThat(new CalibrationRatioTest(1, 0, Direction.HARM).logE(none, none))
        .isCloseTo(-Math.log(2), within(ROUNDING));
    assertThat(new CalibrationRatioTest(1, 0, Direction.SAFE).logE(none, none))
        .isCloseTo(-Math.log(2), within(ROUNDING));
  }

  @Test
  void aFloorMakesHarmHarderToFindAndHarmlessnessEasier() {
    CalibrationCounts bad = GoldenNumbersTest.OVERCONFIDENT;
    CalibrationCounts good = GoldenNumbersTest.CALIBRATED;
    double harm = new CalibrationRatioTest(1, 0, Direction.HARM).logE(bad, good);
    double safe = new CalibrationRatioTest(1, 0, Direction.SAFE).logE(good, bad);
    assertThat(new CalibrationRatioTest(1, .02, Direction.HARM).logE(bad, good)).isLessThan(harm);
    assertThat(new CalibrationRatioTest(1, .02, Direction.SAFE).logE(good, bad))
        .isGreaterThan(safe);
  }

  /** A revision whose calibration error is as given, or any if that is zero. */
  private static Arm draw(SplittableRandom random, double error) {
    int bin = random.nextInt(5, BINS);
    double confidence = (bin + random.nextDouble()) / BINS;
    double wanted = error == 0 ? random.nextDouble(0, .3) : error;
    double rate = confidence + (random.nextBoolean() ? wanted : -wanted);
    return new Arm(random.nextInt(1, 11), bin, confidence, error == 0 ? clamp(rate) : rate);
  }

  private static double clamp(double rate) {
    return Math.max(0, Math.min(1, rate));
  }

  private static double mean(CalibrationRatioTest test, Arm candidate, Arm stable) {
    double[] ours = Enumeration.binomial(candidate.n(), candidate.rate());
    double[] theirs = Enumeration.binomial(stable.n(), stable.rate());
    double mean = 0;
    for (int a = 0; a < ours.length; a++) {
      for (int b = 0; b < theirs.length; b++) {
        mean += ours[a] * theirs[b] * Math.exp(test.logE(candidate.counts(a), stable.counts(b)));
      }
    }
    return mean;
  }
}
