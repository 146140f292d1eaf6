package dev.regularizer.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the comparison of a cohort with all promises; its validity by full enumeration. */
class CohortPropertiesTest {

  private static final double ROUNDING = 1e-9;

  @Test
  void withoutFloorItIsTheObjectiveTestOnTheShareOfBadEvents() {
    CohortTest test = new CohortTest(1.1, 0, Direction.HARM);
    assertThat(test.logE(test.add(RatioEvidence.NONE, 12, 200, 60, 2000), 1))
        .isCloseTo(ObjectiveTest.logHarm(12, 60, 1.1 * 200 / 2000, 1), within(ROUNDING));
  }

  @Test
  void aCohortThatIsMostOfAllIsNotCompared() {
    CohortTest test = new CohortTest(1.25, 0, Direction.SAFE);
    assertThat(test.compares(79, 100)).isTrue();
    assertThat(test.compares(80, 100)).isFalse();
    assertThat(test.compares(0, 100)).isFalse();
    assertThat(test.add(RatioEvidence.NONE, 5, 80, 9, 100)).isEqualTo(RatioEvidence.NONE);
    assertThat(test.add(RatioEvidence.NONE, 0, 0, 9, 100)).isEqualTo(RatioEvidence.NONE);
  }

  @Test
  void theGroupIsAPartOfAll() {
    CohortTest test = new CohortTest(1.1, 0, Direction.HARM);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> test.add(RatioEvidence.NONE, 5, 10, 4, 100));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> test.add(RatioEvidence.NONE, 0, 10, 8, 17));
    assertThatIllegalArgumentException().isThrownBy(() -> new CohortTest(0, 0, Direction.HARM));
    assertThatIllegalArgumentException().isThrownBy(() -> new CohortTest(1, 1, Direction.HARM));
  }

  @ParameterizedTest(name = "ratio {0}, floor {1}, direction {2}")
  @CsvSource({
    "1, 0, HARM",
    "1.1, 0, HARM",
    "1.1, .001, HARM",
    "1.1, .01, HARM",
    "1.5, .01, HARM",
    "1.25, 0, SAFE",
    "1.25, .005, SAFE",
    "1.1, .01, SAFE",
    "1, .01, SAFE"
  })
  void underTheNullNoBetGainsOnAverage(double ratio, double floor, Direction direction) {
    CohortTest test = new CohortTest(ratio, floor, direction);
    int enumerated = 0;
    for (int group : new int[] {1, 5, 17, 40}) {
      for (int others : new int[] {2, 7, 40}) {
        for (double elsewhere : new double[] {0, .005, .05, .2, .6}) {
          double atTheLine = boundary(ratio, floor, group, others, elsewhere);
          if (test.compares(group, group + others) && atTheLine <= 1) {
            double mean =
                mean(
                    test,
                    Enumeration.binomial(group, atTheLine),
                    Enumeration.binomial(others, elsewhere));
            assertThat(mean).isLessThanOrEqualTo(1 + ROUNDING);
            enumerated++;
          }
        }
      }
    }
    assertThat(enumerated).isGreaterThan(20);
  }

  @Test
  void unequalRequestsDoNotBreakIt() {
    SplittableRandom random = new SplittableRandom(23);
    CohortTest test = new CohortTest(1.1, .005, Direction.HARM);
    for (int i = 0; i < 60; i++) {
      double[] others = random.doubles(random.nextInt(20, 40), 0, .3).toArray();
      double[] group = random.doubles(random.nextInt(1, 20), 0, 1).toArray();
      double elsewhere = Arrays.stream(others).average().orElseThrow();
      double allowed = boundary(1.1, .005, group.length, others.length, elsewhere);
      double scale = allowed / Arrays.stream(group).average().orElseThrow();
      double[] scaled = Arrays.stream(group).map(p -> Math.min(1, p * scale)).toArray();
      assertThat(mean(test, Enumeration.successes(scaled), Enumeration.successes(others)))
          .isLessThanOrEqualTo(1 + ROUNDING);
    }
  }

  @Test
  void beyondTheFloorTheBetGains() {
    CohortTest test = new CohortTest(1.1, .01, Direction.HARM);
    double over = 3 * boundary(1.1, .01, 40, 40, .05);
    assertThat(mean(test, Enumeration.binomial(40, over), Enumeration.binomial(40, .05)))
        .isGreaterThan(2);
  }

  @Test
  void withoutAnyErrorTheFloorLetsACohortPass() {
    CohortTest safe = new CohortTest(1.25, .005, Direction.SAFE);
    RatioEvidence evidence = RatioEvidence.NONE;
    long labels = 0;
    while (safe.logE(evidence, 1) < Math.log(20)) {
      evidence = safe.add(evidence, 0, 10, 0, 100);
      labels += 10;
    }
    assertThat(labels).isBetween(700L, 1_100L);
  }

  @Test
  void overdispersionOnlyWeakensEvidence() {
    CohortTest test = new CohortTest(1.1, .001, Direction.HARM);
    RatioEvidence evidence = test.add(RatioEvidence.NONE, 40, 200, 100, 2000);
    assertThat(test.logE(evidence, 2)).isBetween(0.0, test.logE(evidence, 1));
  }

  /** The group's probability at {@code p_g = rho p_all + delta}, of which it is a part itself. */
  private static double boundary(
      double ratio, double floor, int group, int others, double elsewhere) {
    double share = (double) group / (group + others);
    return (ratio * (1 - share) * elsewhere + floor) / (1 - ratio * share);
  }

  private static double mean(CohortTest test, double[] group, double[] others) {
    double mean = 0;
    int ng = group.length - 1;
    int n = ng + others.length - 1;
    for (int kg = 0; kg < group.length; kg++) {
      for (int ks = 0; ks < others.length; ks++) {
        RatioEvidence evidence = test.add(RatioEvidence.NONE, kg, ng, kg + ks, n);
        mean += group[kg] * others[ks] * Math.exp(test.logE(evidence, 1));
      }
    }
    return mean;
  }
}
