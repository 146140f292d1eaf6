package dev.regularizer.core.statistics;

import java.util.OptionalLong;

/**
 * How many further candidate samples a Pass will take if things stay as they are; empty when they
 * would never suffice. A rule of thumb, good to about 30 %, and no part of any verdict.
 */
public final class ProjectedSamples {

  /** Evidence an estimated rate overshoots by on average. */
  private static final double OVERSHOOT = 1.6;

  private static final double LARGEST_SCALE = 1e4;

  private ProjectedSamples() {}

  /** Against limit p1, from k events in n trials and the safe evidence gathered so far. */
  public static OptionalLong toPass(long k, long n, double p1, double logSafe, double beta) {
    double rate = (k + 0.5) / (n + 1.0);
    return samples(logSafe, beta, rate, p1, 1);
  }

  /** Against {@code ratio p_stable + floor}, from the totals of both revisions. */
  public static OptionalLong toPass(
      RatioTest test, long kc, long nc, long ks, long ns, double logSafe, double beta) {
    double rate = (kc + 0.5) / (nc + 1.0);
    double stableRate = (ks + 0.5) / (ns + 1.0);
    double limit = Math.min(1, test.ratio() * stableRate + test.floor());
    double stableShare = nc + ns == 0 ? 0.5 : (double) ns / (nc + ns);
    return stableShare == 0
        ? OptionalLong.empty()
        : samples(logSafe, beta, rate, limit, stableShare);
  }

  /** Against an ECE limit: how often the same counts must be seen again until they pass. */
  public static OptionalLong toPass(CalibrationCounts counts, double limit, double beta) {
    double threshold = ObjectiveTest.threshold(beta);
    long n = counts.total();
    if (n == 0 || CalibrationTest.logSafe(counts, limit, LARGEST_SCALE) < threshold) {
      return OptionalLong.empty();
    }
    double scale =
        Bisection.firstTrue(
            1, LARGEST_SCALE, s -> CalibrationTest.logSafe(counts, limit, s) >= threshold);
    return OptionalLong.of((long) Math.ceil((scale - 1) * n));
  }

  /**
   * Kullback-Leibler divergence between Bernoulli(a) and Bernoulli(b), in nats; a and b in (0, 1).
   */
  static double divergence(double a, double b) {
    return a * StrictMath.log(a / b) + (1 - a) * StrictMath.log((1 - a) / (1 - b));
  }

  private static OptionalLong samples(
      double logSafe, double beta, double rate, double limit, double share) {
    if (rate >= limit) {
      return OptionalLong.empty();
    }
    double missing = ObjectiveTest.threshold(beta) + OVERSHOOT - Math.max(0, logSafe);
    double perSample = limit >= 1 ? Double.POSITIVE_INFINITY : divergence(rate, limit) * share;
    return OptionalLong.of((long) Math.ceil(Math.max(0, missing / perSample)));
  }
}
