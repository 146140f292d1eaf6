package dev.regularizer.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What P1 promises for all counts. */
class ObjectivePropertiesTest {

  private static final double[] OBJECTIVES = {1e-9, 1e-3, .01, .05, .3, .9, 1 - 1e-9};
  private static final long[] TRIALS = {0, 1, 2, 17, 1000, 1_000_000, 1_000_000_000_000L};

  @Test
  void nothingObservedIsNoEvidence() {
    for (double p : OBJECTIVES) {
      assertThat(ObjectiveTest.logHarm(0, 0, p, 1)).isCloseTo(0, within(1e-12));
      assertThat(ObjectiveTest.logSafe(0, 0, p, 1)).isCloseTo(0, within(1e-12));
    }
  }

  @Test
  void moreBadEventsAreMoreHarmAndLessSafe() {
    for (double p : OBJECTIVES) {
      for (long k = 0; k < 50; k++) {
        assertThat(ObjectiveTest.logHarm(k + 1, 100, p, 1))
            .isGreaterThan(ObjectiveTest.logHarm(k, 100, p, 1));
        assertThat(ObjectiveTest.logSafe(k + 1, 100, p, 1))
            .isLessThan(ObjectiveTest.logSafe(k, 100, p, 1));
      }
    }
  }

  @Test
  void moreTrialsAndLaxerObjectivesAreLessHarmAndMoreSafe() {
    for (long n = 20; n < 200; n += 7) {
      assertThat(ObjectiveTest.logHarm(10, n + 1, .01, 1))
          .isLessThan(ObjectiveTest.logHarm(10, n, .01, 1));
      assertThat(ObjectiveTest.logSafe(10, n + 1, .01, 1))
          .isGreaterThan(ObjectiveTest.logSafe(10, n, .01, 1));
      assertThat(ObjectiveTest.logHarm(10, n, .02, 1))
          .isLessThan(ObjectiveTest.logHarm(10, n, .01, 1));
      assertThat(ObjectiveTest.logSafe(10, n, .02, 1))
          .isGreaterThan(ObjectiveTest.logSafe(10, n, .01, 1));
    }
  }

  @Test
  void boundsContainTheRateAndAreNestedInAlpha() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 200; i++) {
      long n = random.nextLong(1, 20_000);
      long k = random.nextLong(0, n + 1);
      double rate = (double) k / n;
      double lower = ObjectiveTest.lowerBound(k, n, .05);
      double upper = ObjectiveTest.upperBound(k, n, .05);
      assertThat(lower).isBetween(0.0, rate);
      assertThat(upper).isBetween(rate, 1.0);
      assertThat(ObjectiveTest.lowerBound(k, n, .01)).isLessThanOrEqualTo(lower);
      assertThat(ObjectiveTest.upperBound(k, n, .01)).isGreaterThanOrEqualTo(upper);
    }
  }

  @Test
  void aBoundIsWhereTheTestRejects() {
    double lower = ObjectiveTest.lowerBound(30, 1000, .05);
    assertThat(ObjectiveTest.logHarm(30, 1000, lower - 1e-9, 1)).isGreaterThan(Math.log(20));
    assertThat(ObjectiveTest.logHarm(30, 1000, lower + 1e-9, 1)).isLessThan(Math.log(20));
  }

  @Test
  void overdispersionNeverAddsEvidence() {
    for (long k = 11; k < 60; k++) {
      double before = ObjectiveTest.logHarm(k, 1000, .01, 1);
      for (double phi = 1.1; phi < 10 && before > 0; phi *= 1.3) {
        double after = ObjectiveTest.logHarm(k, 1000, .01, phi);
        assertThat(after).isLessThanOrEqualTo(before);
        before = after;
      }
    }
  }

  @Test
  void neverNaN() {
    for (double p : OBJECTIVES) {
      for (long n : TRIALS) {
        for (long k : new long[] {0, n / 2, n}) {
          for (double phi : new double[] {1, 10}) {
            assertThat(ObjectiveTest.logHarm(k, n, p, phi)).isNotNaN();
            assertThat(ObjectiveTest.logSafe(k, n, p, phi)).isNotNaN();
          }
          assertThat(ObjectiveTest.lowerBound(k, n, .05)).isBetween(0.0, 1.0);
          assertThat(ObjectiveTest.upperBound(k, n, .05)).isBetween(0.0, 1.0);
        }
      }
    }
  }

  @Test
  void anObjectiveOfZeroFailsWithTheFirstEvent() {
    assertThat(ObjectiveTest.logHarm(0, 1000, 0, 1)).isZero();
    assertThat(ObjectiveTest.logHarm(1, 1_000_000, 0, 1)).isInfinite().isPositive();
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> ObjectiveTest.logHarm(1, 10, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[0, 1)");
    assertThatThrownBy(() -> ObjectiveTest.logSafe(1, 10, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ObjectiveTest.logHarm(11, 10, .1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("11 events of 10 trials");
    assertThatThrownBy(() -> ObjectiveTest.logHarm(1, 10, .1, .9))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ObjectiveTest.logHarm(1, 10, Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
