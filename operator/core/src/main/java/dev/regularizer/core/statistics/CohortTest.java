package dev.regularizer.core.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * P2 with one group of trials against all of them, added up window by window: only the group's
 * share of the bad events matters, so what hits every group alike cancels.
 *
 * <p>Rejects "p_group &lt;= ratio p_all + floor in each window" (harm) or "&gt;=" (safe). With A
 * and B the expected bad events of the group and of the others, the null says {@code A <= theta (A
 * + B) + n_g delta}, so {@code (A r + B)/D - (A + B) <= n_g delta (r - 1)/D}: by {@code 1 + x <=
 * e^x} no bet gains on average, whatever the sizes and the probabilities of single trials are.
 *
 * @param ratio the tolerated ratio rho, above 0
 * @param floor absolute difference delta that never counts (harm), or that is surely bad (safe); at
 *     least 0
 * @param direction which null is tested
 */
public record CohortTest(double ratio, double floor, Direction direction) {

  /** Checks the ranges. */
  public CohortTest {
    if (!(ratio > 0 && ratio < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("ratio " + ratio + " is not a positive number");
    }
    if (!(floor >= 0 && floor < 1)) {
      throw new IllegalArgumentException("floor " + floor + " is not in [0, 1)");
    }
  }

  /**
   * Whether a group can be that much worse than all of which it is a part: {@code ratio n_g / n}
   * must be below 1. Depends on sizes only, so leaving other windows out keeps the test valid.
   *
   * @param groupTrials trials of the group
   * @param trials trials of all groups, this one included
   */
  public boolean compares(long groupTrials, long trials) {
    return groupTrials > 0 && ratio * groupTrials < trials;
  }

  /**
   * Adds one window: {@code theta = rho n_g / n}, {@code D = 1 + theta (r - 1)}, {@code S_r += k_g
   * ln r - k ln D - n_g delta (r - 1)/D}. A window that does not {@link #compares compare} adds
   * nothing.
   *
   * @param groupBad bad events of the group
   * @param groupTrials trials of the group
   * @param bad bad events of all groups, this one included
   * @param trials trials of all groups, this one included
   */
  public RatioEvidence add(
      RatioEvidence before, long groupBad, long groupTrials, long bad, long trials) {
    ObjectiveTest.requireCounts(groupBad, groupTrials, 1);
    ObjectiveTest.requireCounts(bad - groupBad, trials - groupTrials, 1);
    if (!compares(groupTrials, trials)) {
      return before;
    }
    double theta = ratio * groupTrials / trials;
    List<Double> sums = new ArrayList<>(Grid.SIZE);
    for (int i = 0; i < Grid.SIZE; i++) {
      double r = Grid.ratio(direction, i);
      double d = 1 + theta * (r - 1);
      double increment =
          ObjectiveTest.increment(groupBad, bad, theta, direction, i)
              - groupTrials * floor * (r - 1) / d;
      sums.add(before.sums().get(i) + increment);
    }
    return new RatioEvidence(sums);
  }

  /** Log evidence against the null, every sum divided by the overdispersion phi, at least 1. */
  public double logE(RatioEvidence evidence, double phi) {
    ObjectiveTest.requireCounts(0, 0, phi);
    return Grid.logMean(evidence.sums(), phi);
  }
}
