package dev.regularizer.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bounds of a cohort's ratio to all, for display. */
class CohortBoundsTest {

  @ParameterizedTest
  @CsvSource({"30, 100, 80, 600", "5, 100, 80, 600", "60, 200, 140, 1000", "300, 900, 320, 1000"})
  void theEstimateLiesBetweenThem(long groupBad, long groupTrials, long bad, long trials) {
    CohortBounds bounds = new CohortBounds(groupBad, groupTrials, bad, trials);
    double ratio = (double) groupBad / groupTrials / ((double) bad / trials);
    double lower = bounds.lower(.05).orElseThrow();
    assertThat(lower).isBetween(0.0, ratio);
    bounds.upper(.05).ifPresent(upper -> assertThat(upper).isGreaterThan(ratio));
    assertThat(bounds.lower(.01).orElseThrow()).isLessThanOrEqualTo(lower);
  }

  @Test
  void theyAreWhereTheTestRejects() {
    CohortBounds bounds = new CohortBounds(60, 200, 140, 1000);
    double lower = bounds.lower(.05).orElseThrow();
    CohortTest atTheBound = new CohortTest(lower, 0, Direction.HARM);
    assertThat(atTheBound.logE(atTheBound.add(RatioEvidence.NONE, 60, 200, 140, 1000), 1))
        .isCloseTo(Math.log(20), within(1e-6));
    double upper = bounds.upper(.05).orElseThrow();
    CohortTest above = new CohortTest(upper, 0, Direction.SAFE);
    assertThat(above.logE(above.add(RatioEvidence.NONE, 60, 200, 140, 1000), 1))
        .isCloseTo(Math.log(20), within(1e-6));
  }

  @Test
  void nothingOrAllIsNotBounded() {
    assertThat(new CohortBounds(0, 0, 5, 100).lower(.05)).isEmpty();
    assertThat(new CohortBounds(0, 0, 5, 100).upper(.05)).isEmpty();
    assertThat(new CohortBounds(5, 100, 5, 100).lower(.05)).isEmpty();
    assertThat(new CohortBounds(0, 50, 0, 100).lower(.05)).hasValue(0);
    assertThat(new CohortBounds(0, 50, 0, 100).upper(.05)).isEmpty();
  }
}
