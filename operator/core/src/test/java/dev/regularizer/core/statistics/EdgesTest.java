package dev.regularizer.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens exactly at the edges of what is allowed, and just beyond. */
class EdgesTest {

  private static final double ROUNDING = 1e-12;

  @Test
  void impossibleCountsAreRefusedByEveryTest() {
    RatioTest ratio = new RatioTest(1, 0, Direction.HARM);
    assertThatIllegalArgumentException().isThrownBy(() -> ObjectiveTest.logHarm(2, 1, 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ratio.add(RatioEvidence.NONE, 2, 1, 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ratio.add(RatioEvidence.NONE, 0, 1, 2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> EDetector.NONE.plus(2, 1, .1, 1));
  }

  @Test
  void overdispersionBelowOneIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> ObjectiveTest.logHarm(0, 1, 0, .9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RatioTest(1, 0, Direction.HARM).logE(RatioEvidence.NONE, .9));
  }

  @Test
  void levelsLieStrictlyBetweenZeroAndOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> ObjectiveTest.threshold(0));
    assertThatIllegalArgumentException().isThrownBy(() -> ObjectiveTest.threshold(1));
    assertThat(ObjectiveTest.threshold(.05)).isCloseTo(2.995732273553991, within(ROUNDING));
  }

  @Test
  void aLimitOfOneIsAllowed() {
    assertThat(ObjectiveTest.logSafe(10, 10, 1, 1)).isCloseTo(0, within(ROUNDING));
    assertThat(ObjectiveTest.logSafe(0, 1, 1, 1)).isCloseTo(Math.log(54.4 / 12), within(ROUNDING));
    assertThatIllegalArgumentException().isThrownBy(() -> ObjectiveTest.logSafe(0, 1, 1.01, 1));
  }

  @Test
  void rangesOfComparisons() {
    for (double ratio : new double[] {0, -1, Double.POSITIVE_INFINITY, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new RatioTest(ratio, 0, Direction.HARM));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new CalibrationRatioTest(ratio, 0, Direction.HARM));
    }
    for (double floor : new double[] {-.01, 1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new RatioTest(1, floor, Direction.HARM));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new CalibrationRatioTest(1, floor, Direction.HARM));
    }
  }

  @Test
  void overdispersionDividesTheEvidenceOfEveryOddsRatio() {
    RatioTest test = new RatioTest(1.1, 0, Direction.HARM);
    double theta = 1.1 * 300 / (1.1 * 300 + 2700);
    RatioEvidence evidence = test.add(RatioEvidence.NONE, 9, 300, 30, 2700);
    assertThat(test.logE(evidence, 2))
        .isCloseTo(ObjectiveTest.logHarm(9, 39, theta, 2), within(ROUNDING));
    assertThat(EDetector.NONE.plus(9, 300, .01, 2).logMean())
        .isCloseTo(ObjectiveTest.logHarm(9, 300, .01, 2), within(ROUNDING));
  }

  @Test
  void equalContributionsAreToldApartByName() {
    Combination.Member a = new Combination.Member("a", .5, 1);
    Combination.Member b = new Combination.Member("b", .5, 1);
    assertThat(new Combination(List.of(a, b)).largest()).contains(a);
    assertThat(new Combination(List.of(b, a)).largest()).contains(a);
    assertThat(new Combination(List.of(a, b)).logE()).isCloseTo(1, within(ROUNDING));
  }

  @Test
  void aCommonCauseIsAnObjectiveMissedAtTheThreshold() {
    assertThat(new AttributedEvidence(3, 2.9).commonCause(3)).isTrue();
    assertThat(new AttributedEvidence(2.9, 2.8).commonCause(3)).isFalse();
    assertThat(new AttributedEvidence(3, 3).commonCause(3)).isFalse();
  }

  @Test
  void labelsAreTooFewWhileTheFloorExceedsAThirdOfTheObjective() {
    CalibrationCounts counts = GoldenNumbersTest.OVERCONFIDENT;
    double floor = CalibrationEstimate.floor(counts);
    assertThat(CalibrationEstimate.tooSmall(counts, .05)).isTrue();
    assertThat(CalibrationEstimate.tooSmall(counts, .07)).isFalse();
    assertThat(CalibrationEstimate.tooSmall(counts, 3 * floor)).isFalse();
  }

  @Test
  void twoLabelsAreEnoughForAVariance() {
    CalibrationCounts two = new CalibrationCounts(List.of(2L), List.of(1.9), List.of(1L));
    assertThat(CalibrationEstimate.debiasedSquared(two)).isCloseTo(-.0475, within(ROUNDING));
    CalibrationCounts one = new CalibrationCounts(List.of(1L), List.of(.95), List.of(1L));
    assertThat(CalibrationEstimate.debiasedSquared(one)).isZero();
  }

  @Test
  void anOddBinHasNoPartner() {
    CalibrationCounts three =
        new CalibrationCounts(List.of(2L, 3L, 4L), List.of(.5, 1.5, 3.5), List.of(1L, 2L, 3L));
    assertThat(three.mergedPairs())
        .isEqualTo(new CalibrationCounts(List.of(5L), List.of(2.0), List.of(3L)));
    assertThat(three.wrong()).isEqualTo(3);
  }
}
