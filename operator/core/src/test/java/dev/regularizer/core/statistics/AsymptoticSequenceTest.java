package dev.regularizer.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The asymptotic sequence: reference values, edges and how often it errs. */
class AsymptoticSequenceTest {

  private static final double TOLERANCE = 2e-9;

  @Test
  void tightness() {
    assertThat(AsymptoticSequence.tightness(.05)).isCloseTo(.126577192, within(TOLERANCE));
  }

  @ParameterizedTest(name = "{0} values")
  @CsvSource({"30, .513540383", "100, .280133072", "200, .202812122"})
  void halfWidth(long values, double expected) {
    assertThat(AsymptoticSequence.halfWidth(values, .05)).isCloseTo(expected, within(TOLERANCE));
  }

  @Test
  void fewValuesSayNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> AsymptoticSequence.halfWidth(29, .05));
    assertThatIllegalArgumentException().isThrownBy(() -> AsymptoticSequence.halfWidth(30, .5));
    PairedMeans means = PairedMeans.NONE;
    for (int j = 0; j < 29; j++) {
      means = means.plus(10, 1);
    }
    assertThat(means.above(1, .05)).isZero();
    assertThat(means.below(100, .05)).isZero();
    assertThat(means.lower(.05)).hasValue(0);
    assertThat(means.upper(.05)).isEmpty();
    assertThat(means.plus(10, 1).above(1, .05)).isGreaterThan(1);
  }

  @Test
  void meansAndSpreadAreThoseOfTheTextbook() {
    double[][] pairs = {{1, 2}, {4, 3}, {2, 2}, {5, 7}};
    PairedMeans means = PairedMeans.NONE;
    for (double[] pair : pairs) {
      means = means.plus(pair[0], pair[1]);
    }
    assertThat(means.candidate()).isCloseTo(3, within(1e-12));
    assertThat(means.stable()).isCloseTo(3.5, within(1e-12));
    assertThat(means.candidateSquares()).isCloseTo(10, within(1e-12));
    assertThat(means.stableSquares()).isCloseTo(17, within(1e-12));
    assertThat(means.products()).isCloseTo(11, within(1e-12));
    assertThat(means.ratio().orElseThrow()).isCloseTo(3 / 3.5, within(1e-12));
    assertThat(PairedMeans.NONE.ratio()).isEmpty();
  }

  @Test
  void theShareIsTheMeanInHalfWidths() {
    PairedMeans means = PairedMeans.NONE;
    for (int j = 0; j < 100; j++) {
      means = means.plus(j % 2 == 0 ? 1.5 : .9, 1);
    }
    double deviation = .3 * Math.sqrt(100 / 99.0);
    assertThat(means.above(1, .05)).isCloseTo(.2 / (deviation * .280133072), within(1e-7));
    assertThat(means.below(1, .05)).isCloseTo(-means.above(1, .05), within(1e-12));
  }

  @Test
  void asManyMorePairsAsProjectedAreNeeded() {
    PairedMeans means = PairedMeans.NONE;
    for (int j = 0; j < 40; j++) {
      means = means.plus(j % 2 == 0 ? 1.3 : .7, 1);
    }
    long more = means.untilBelow(1.1, .05, false).orElseThrow();
    assertThat(more).isPositive();
    assertThat(means.untilBelow(1.1, .05, true).orElseThrow()).isLessThan(more);
    assertThat(means.untilBelow(1, .05, false)).isEmpty();
    assertThat(means.untilBelow(1, .05, true)).isPresent();
    assertThat(means.untilBelow(.5, .05, true)).isEmpty();
    assertThat(PairedMeans.NONE.untilBelow(2, .05, true)).isEmpty();
    for (int j = 0; j < more + 4; j++) {
      means = means.plus(j % 2 == 0 ? 1.3 : .7, 1);
    }
    assertThat(means.below(1.1, .05)).isBetween(1.0, 1.1);
  }

  @Test
  void equalConstantsAreNoEvidence() {
    PairedMeans means = PairedMeans.NONE;
    for (int j = 0; j < 60; j++) {
      means = means.plus(.1 * 1.05, .1);
    }
    assertThat(Math.abs(means.above(1.05, .05))).isLessThan(1);
    assertThat(means.above(1.04, .05)).isGreaterThan(1);
    assertThat(means.below(1.06, .05)).isGreaterThan(1);
  }

  @Test
  void boundsContainTheRatioAndAreNested() {
    SplittableRandom random = new SplittableRandom(7);
    PairedMeans means = PairedMeans.NONE;
    for (int j = 0; j < 200; j++) {
      means = means.plus(1.2 * random.nextDouble(.5, 1.5), random.nextDouble(.5, 1.5));
    }
    double ratio = means.ratio().orElseThrow();
    assertThat(means.lower(.05).orElseThrow()).isBetween(1.0, ratio);
    assertThat(means.upper(.05).orElseThrow()).isBetween(ratio, 1.5);
    assertThat(means.lower(.01).orElseThrow()).isLessThan(means.lower(.05).orElseThrow());
    assertThat(means.upper(.01).orElseThrow()).isGreaterThan(means.upper(.05).orElseThrow());
  }

  @Test
  void textKeepsEveryBit() {
    PairedMeans means = PairedMeans.NONE.plus(.1, .3).plus(.7, .2);
    assertThat(PairedMeans.ofHex(2, means.hex())).isEqualTo(means);
    assertThat(PairedMeans.ofHex(0, PairedMeans.NONE.hex())).isEqualTo(PairedMeans.NONE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedMeans.ofHex(1, means.hex().subList(0, 4)));
    assertThatIllegalArgumentException().isThrownBy(() -> PairedMeans.NONE.plus(Double.NaN, 1));
  }

  /** Skewed costs (coefficient of variation 1.5) with a drift both revisions follow. */
  @Test
  void falseAlarmsAtTheLineStayNearTheirLevel() {
    SplittableRandom random = new SplittableRandom(42);
    int runs = 2_000;
    int alarms = 0;
    for (int run = 0; run < runs; run++) {
      alarms += firstAlarm(random, 1.05, 200) <= 200 ? 1 : 0;
    }
    double level = .05;
    assertThat(alarms / (double) runs)
        .isLessThanOrEqualTo(level + 3 * Math.sqrt(level * (1 - level) / runs));
  }

  @Test
  void doubledCostIsFound() {
    SplittableRandom random = new SplittableRandom(43);
    for (int run = 0; run < 50; run++) {
      assertThat(firstAlarm(random, 2, 200)).isBetween(30, 199);
    }
  }

  private static int firstAlarm(SplittableRandom random, double ratio, int windows) {
    PairedMeans means = PairedMeans.NONE;
    for (int j = 1; j <= windows; j++) {
      double drift = 1 + .3 * Math.sin(j / 20.0);
      means = means.plus(ratio * drift * mean(random, 40), drift * mean(random, 360));
      if (means.above(1.05, .05) >= 1) {
        return j;
      }
    }
    return windows + 1;
  }

  /** Mean of log-normal costs of mean 1 and coefficient of variation 1.5. */
  private static double mean(SplittableRandom random, int predictions) {
    double variance = Math.log(1 + 1.5 * 1.5);
    double sum = 0;
    for (int i = 0; i < predictions; i++) {
      sum += Math.exp(Math.sqrt(variance) * random.nextGaussian() - variance / 2);
    }
    return sum / predictions;
  }
}
