package dev.regularizer.core.analysis;

/**
 * Errors a rollout may make.
 *
 * @param falseRollback alpha, in (0, 1): probability of rolling back a candidate within its
 *     objectives
 * @param falsePromotion beta, in (0, 1): probability of promoting a candidate at or over a limit
 */
public record Risk(double falseRollback, double falsePromotion) {

  /** Checks the ranges. */
  public Risk {
    requireLevel("falseRollback", falseRollback);
    requireLevel("falsePromotion", falsePromotion);
  }

  private static void requireLevel(String name, double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(name + " " + level + " is not in (0, 1)");
    }
  }
}
