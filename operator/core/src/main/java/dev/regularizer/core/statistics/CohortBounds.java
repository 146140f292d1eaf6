package dev.regularizer.core.statistics;

import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

/**
 * Bounds of the ratio of a group's rate to that of all, by inverting {@link CohortTest} on totals;
 * for display, since it pools all windows.
 *
 * @param groupBad bad events of the group
 * @param groupTrials trials of the group
 * @param bad bad events of all groups, this one included
 * @param trials trials of all groups, this one included
 */
public record CohortBounds(long groupBad, long groupTrials, long bad, long trials) {

  private static final double SMALLEST = 1e-4;

  /** Largest ratio that is rejected as too small at level alpha; 0 if none is. */
  public OptionalDouble lower(double alpha) {
    if (groupTrials == 0 || groupTrials == trials) {
      return OptionalDouble.empty();
    }
    DoublePredicate rejected = rejected(Direction.HARM, alpha);
    double low = StrictMath.log(SMALLEST);
    return OptionalDouble.of(
        rejected.test(low) ? StrictMath.exp(Bisection.lastTrue(low, highest(), rejected)) : 0);
  }

  /** Smallest ratio that is rejected as too large at level alpha; empty if none is. */
  public OptionalDouble upper(double alpha) {
    if (groupTrials == 0 || groupTrials == trials) {
      return OptionalDouble.empty();
    }
    DoublePredicate rejected = rejected(Direction.SAFE, alpha);
    double high = highest();
    return rejected.test(high)
        ? OptionalDouble.of(
            StrictMath.exp(Bisection.firstTrue(StrictMath.log(SMALLEST), high, rejected)))
        : OptionalDouble.empty();
  }

  private DoublePredicate rejected(Direction direction, double alpha) {
    double threshold = ObjectiveTest.threshold(alpha);
    return ln -> {
      CohortTest test = new CohortTest(StrictMath.exp(ln), 0, direction);
      return test.logE(test.add(RatioEvidence.NONE, groupBad, groupTrials, bad, trials), 1)
          >= threshold;
    };
  }

  /** Logarithm of a ratio just below that of all bad events in the group: no rate is higher. */
  private double highest() {
    return StrictMath.log((double) trials / groupTrials * (1 - 1e-9));
  }
}
