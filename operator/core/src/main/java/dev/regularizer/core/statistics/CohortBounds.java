package dev.regularizer.core.statistics;

import java.util.OptionalDouble;

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

  /** Largest ratio that is rejected as too small at level alpha; 0 if none is. */
  public OptionalDouble lower(double alpha) {
    return isPart()
        ? OptionalDouble.of(ratio(ObjectiveTest.lowerBound(groupBad, bad, alpha)))
        : OptionalDouble.empty();
  }

  /** Smallest ratio that is rejected as too large at level alpha; empty if none is. */
  public OptionalDouble upper(double alpha) {
    double share = isPart() ? ObjectiveTest.upperBound(groupBad, bad, alpha) : 1;
    return share < 1 ? OptionalDouble.of(ratio(share)) : OptionalDouble.empty();
  }

  private boolean isPart() {
    return groupTrials > 0 && groupTrials < trials;
  }

  /** Without a floor the test is P1 on the group's share of all bad events. */
  private double ratio(double shareOfBad) {
    return shareOfBad * trials / groupTrials;
  }
}
