package dev.regularizer.core.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * P2, the grid bet of the candidate against the stable revision, added up window by window: only
 * the candidate's share of the bad events matters, so what hits both revisions alike cancels.
 *
 * <p>Rejects "p_candidate &lt;= ratio p_stable + floor in each window" (harm) or "&gt;=" (safe).
 *
 * @param ratio the tolerated ratio rho, above 0
 * @param floor absolute difference delta that never counts (harm), or that is surely bad (safe); at
 *     least 0
 * @param direction which null is tested
 */
public record RatioTest(double ratio, double floor, Direction direction) {

  /** Checks the ranges. */
  public RatioTest {
    if (!(ratio > 0 && ratio < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("ratio " + ratio + " is not a positive number");
    }
    if (!(floor >= 0 && floor < 1)) {
      throw new IllegalArgumentException("floor " + floor + " is not in [0, 1)");
    }
  }

  /**
   * Adds one window: {@code theta = rho n_c / (rho n_c + n_s)}, {@code D = 1 + theta (r - 1)},
   * {@code S_r += k_c ln r - (k_c + k_s) ln D - n_c delta (r/D - 1)}. A window that lacks one of
   * the revisions compares nothing and adds nothing.
   *
   * @param kc bad events of the candidate
   * @param nc trials of the candidate
   * @param ks bad events of stable
   * @param ns trials of stable
   */
  public RatioEvidence add(RatioEvidence before, long kc, long nc, long ks, long ns) {
    ObjectiveTest.requireCounts(kc, nc, 1);
    ObjectiveTest.requireCounts(ks, ns, 1);
    if (nc == 0 || ns == 0) {
      return before;
    }
    double theta = ratio * nc / (ratio * nc + ns);
    List<Double> sums = new ArrayList<>(Grid.SIZE);
    for (int i = 0; i < Grid.SIZE; i++) {
      double r = Grid.ratio(direction, i);
      double d = 1 + theta * (r - 1);
      double increment =
          ObjectiveTest.increment(kc, kc + ks, theta, direction, i) - nc * floor * (r / d - 1);
      sums.add(before.sums().get(i) + increment);
    }
    return new RatioEvidence(sums);
  }

  /** Log evidence against the null. */
  public double logE(RatioEvidence evidence) {
    return logE(evidence, 1);
  }

  /** Log evidence with every sum divided by the overdispersion phi, at least 1. */
  public double logE(RatioEvidence evidence, double phi) {
    ObjectiveTest.requireCounts(0, 0, phi);
    return Grid.logMean(evidence.sums(), phi);
  }
}
