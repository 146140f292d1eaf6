package dev.regularizer.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference values, each computed twice, in two languages. */
class GoldenNumbersTest {

  private static final double TOLERANCE = 2e-9;

  static final CalibrationCounts OVERCONFIDENT = bins(4, 14, 44, 118, 228, 344);
  static final CalibrationCounts CALIBRATED = bins(5, 17, 53, 137, 254, 379);

  private static CalibrationCounts bins(long... correct) {
    long[] n = {10, 30, 80, 180, 300, 400};
    double[] c = {4.6, 16.6, 52.4, 135.9, 256.2, 380.8};
    List<Long> trials = new ArrayList<>(List.of(0L, 0L, 0L, 0L));
    List<Double> confidence = new ArrayList<>(List.of(0.0, 0.0, 0.0, 0.0));
    List<Long> right = new ArrayList<>(List.of(0L, 0L, 0L, 0L));
    for (int b = 0; b < n.length; b++) {
      trials.add(n[b]);
      confidence.add(c[b]);
      right.add(correct[b]);
    }
    return new CalibrationCounts(trials, confidence, right);
  }

  @ParameterizedTest(name = "({0}, {1}) at objective {2}, phi {3}")
  @CsvSource({
    "0, 100, .01, 1, -1.025579156",
    "2, 2, .01, 1, 3.607993039",
    "5, 100, .01, 1, 2.895173405",
    "20, 1000, .01, 1, 2.673948024",
    "30, 1000, .01, 1, 11.374969411",
    "130, 10000, .01, 1, 2.369568246",
    "75, 1000, .05, 1, 4.103106958",
    "100, 1000, .05, 1, 18.484986664",
    "30, 1000, .01, 2, 5.153763279",
    "620, 5000, .11, 1, 2.524121427"
  })
  void objectiveHarm(long k, long n, double p0, double phi, double expected) {
    assertThat(ObjectiveTest.logHarm(k, n, p0, phi)).isCloseTo(expected, within(TOLERANCE));
  }

  @ParameterizedTest(name = "({0}, {1}) at limit {2}")
  @CsvSource({
    "0, 300, .015, 3.112557645",
    "5, 1000, .015, 3.607293040",
    "8, 1000, .015, 1.202477133",
    "100, 10000, .015, 7.776935011",
    "40, 1000, .065, 4.488366998"
  })
  void objectiveSafe(long k, long n, double p1, double expected) {
    assertThat(ObjectiveTest.logSafe(k, n, p1, 1)).isCloseTo(expected, within(TOLERANCE));
  }

  @ParameterizedTest(name = "({0}, {1})")
  @CsvSource({
    "0, 100, 0, .043023385",
    "1, 100, 0, .065094442",
    "5, 100, .009697842, .134376639",
    "20, 1000, .009663942, .035539369",
    "100, 10000, .007252908, .013353187",
    "500, 1000, .449757272, .550242728",
    "100, 100, .956976615, 1"
  })
  void objectiveBounds(long k, long n, double lower, double upper) {
    assertThat(ObjectiveTest.lowerBound(k, n, .05)).isCloseTo(lower, within(TOLERANCE));
    assertThat(ObjectiveTest.upperBound(k, n, .05)).isCloseTo(upper, within(TOLERANCE));
  }

  @ParameterizedTest(name = "{2} at ratio {0}, floor {1}")
  @CsvSource({
    "1, 0, HARM, 1.130124964, 3.489460715, 6.374084053",
    "1.1, 0, HARM, .869346049, 2.786570767, 5.117544929",
    "1, .005, HARM, -.078687793, .893147752, 1.648587186",
    "1.5, 0, SAFE, -1.558435124, -2.415330923, -3.065640557",
    "2, 0, SAFE, -1.306344416, -1.991974031, -2.472293550"
  })
  void ratioWindowByWindow(
      double ratio, double floor, Direction direction, double first, double second, double third) {
    RatioTest test = new RatioTest(ratio, floor, direction);
    RatioEvidence one = test.add(RatioEvidence.NONE, 6, 300, 20, 2700);
    RatioEvidence two = test.add(one, 9, 300, 30, 2700);
    RatioEvidence three = test.add(two, 12, 600, 18, 2400);
    assertThat(test.logE(one)).isCloseTo(first, within(TOLERANCE));
    assertThat(test.logE(two)).isCloseTo(second, within(TOLERANCE));
    assertThat(test.logE(three)).isCloseTo(third, within(TOLERANCE));
  }

  @Test
  void poolingTheWindowsGivesAnotherNumber() {
    RatioTest test = new RatioTest(1, 0, Direction.HARM);
    assertThat(test.logE(test.add(RatioEvidence.NONE, 27, 1200, 68, 7800)))
        .isCloseTo(5.987344830, within(TOLERANCE));
  }

  @Test
  void overconfidentModel() {
    CalibrationCounts counts = OVERCONFIDENT;
    assertThat(CalibrationEstimate.plugIn(counts)).isCloseTo(.0945, within(TOLERANCE));
    assertThat(CalibrationEstimate.debiased(counts)).isCloseTo(.093157687, within(TOLERANCE));
    assertThat(CalibrationEstimate.floor(counts)).isCloseTo(.019717652, within(TOLERANCE));
    assertThat(CalibrationEstimate.debiasedSquared(counts))
        .isCloseTo(.007654242, within(TOLERANCE));
    assertThat(CalibrationTest.logHarm(counts, .05)).isCloseTo(3.496734452, within(TOLERANCE));
    assertThat(CalibrationTest.logSafe(counts, .07)).isCloseTo(-3.271409969, within(TOLERANCE));
    assertThat(CalibrationTest.lowerBound(counts, .05)).isCloseTo(.051830368, within(TOLERANCE));
    assertThat(CalibrationTest.upperBound(counts, .05)).isCloseTo(.137846697, within(TOLERANCE));
  }

  @Test
  void calibratedModel() {
    CalibrationCounts counts = CALIBRATED;
    assertThat(CalibrationEstimate.plugIn(counts)).isCloseTo(.0065, within(TOLERANCE));
    assertThat(CalibrationEstimate.debiased(counts)).isCloseTo(-.007740935, within(TOLERANCE));
    assertThat(CalibrationTest.logHarm(counts, .05)).isCloseTo(-4.537759585, within(TOLERANCE));
    assertThat(CalibrationTest.logSafe(counts, .05)).isCloseTo(5.644128241, within(TOLERANCE));
    assertThat(CalibrationTest.logSafe(counts, .07)).isCloseTo(12.855671539, within(TOLERANCE));
    assertThat(CalibrationTest.lowerBound(counts, .05)).isZero();
    assertThat(CalibrationTest.upperBound(counts, .05)).isCloseTo(.040329718, within(TOLERANCE));
  }

  @Test
  void tilts() {
    assertThat(CalibrationBets.tiltUp(.5, .95)).isCloseTo(1.952380952, within(TOLERANCE));
    assertThat(CalibrationBets.tiltDown(.5, .95)).isCloseTo(.661016949, within(TOLERANCE));
  }

  @Test
  void combination() {
    double[] logs = {.5, -1, 3.2, 1.1};
    List<Combination.Member> members = new ArrayList<>();
    for (int i = 0; i < logs.length; i++) {
      members.add(new Combination.Member("sli" + i, .25, logs[i]));
    }
    Combination combination = new Combination(members);
    assertThat(combination.logE()).isCloseTo(1.999900948, within(TOLERANCE));
    assertThat(combination.largest().orElseThrow().name()).isEqualTo("sli2");
    assertThat(combination.blamed(.05)).isEmpty();
  }

  @Test
  void detector() {
    long[] k = {3, 3, 6, 9, 9};
    double[] means = {.398920192, .708387799, 3.078433325, 66.724979462, 2138.301965503};
    EDetector detector = EDetector.NONE;
    for (int j = 0; j < k.length; j++) {
      detector = detector.plus(k[j], 300, .01, 1);
      assertThat(Math.exp(detector.logMean())).isCloseTo(means[j], within(1e-6));
    }
  }

  @ParameterizedTest(name = "P(Z <= {0})")
  @CsvSource({
    "0, .5",
    "-1, .15865525393145705",
    "1, .8413447460685429",
    "-1.959963984540054, .025",
    "-4.2, 1.3345749015906309e-5",
    "-4.3, 8.539905471005582e-6",
    "-6, 9.865876450376981e-10"
  })
  void normalDistribution(double z, double expected) {
    assertThat(NormalDistribution.cumulative(z)).isCloseTo(expected, within(1e-14));
    if (expected < .01) {
      assertThat(NormalDistribution.cumulative(z) / expected).isCloseTo(1, within(1e-10));
    }
  }
}
