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

  /** More samples than anybody will ever wait for. */
  private static final double MOST = 1e15;

  private ProjectedSamples() {}

  /**
   * Against a limit: {@code phi (ln(1/beta) + 1.6 - max(0, logE)) / (share KL(rate, limit))}.
   *
   * @param rate event probability of the candidate, from 0; at or above the limit it never passes
   * @param limit in (0, 1]
   * @param share of stable in the samples where the limit is a ratio to stable, else 1
   * @param logSafe safe evidence gathered so far
   * @param phi overdispersion, at least 1
   */
  public static OptionalLong toPass(
      double rate, double limit, double share, double logSafe, double beta, double phi) {
    if (rate >= limit || share <= 0) {
      return OptionalLong.empty();
    }
    double missing = ObjectiveTest.threshold(beta) + OVERSHOOT - Math.max(0, logSafe);
    double perSample = limit >= 1 ? Double.POSITIVE_INFINITY : divergence(rate, limit) * share;
    double samples = Math.ceil(Math.max(0, phi * missing / perSample));
    return samples < MOST ? OptionalLong.of((long) samples) : OptionalLong.empty();
  }

  /** The event probability expected from k events in n trials. */
  public static double rate(long k, long n) {
    return (k + 0.5) / (n + 1.0);
  }

  /** Against an ECE limit: how often the same counts must be seen again until they pass. */
  public static OptionalLong toPass(CalibrationCounts counts, double limit, double beta) {
    return toPass(new CalibrationBets(counts), counts.total(), limit, beta);
  }

  /** The same from bets on so many labels. */
  public static OptionalLong toPass(CalibrationBets bets, long labels, double limit, double beta) {
    double scale = bets.scaleToReach(limit, ObjectiveTest.threshold(beta));
    return scale > LARGEST_SCALE
        ? OptionalLong.empty()
        : OptionalLong.of((long) Math.ceil((Math.max(1, scale) - 1) * labels));
  }

  /** Labels needed in all, if they are spread and right as these are. */
  public static OptionalLong inAll(CalibrationCounts counts, double limit, double beta) {
    double scale = new CalibrationBets(counts).scaleToReach(limit, ObjectiveTest.threshold(beta));
    return scale > LARGEST_SCALE
        ? OptionalLong.empty()
        : OptionalLong.of((long) Math.ceil(scale * counts.total()));
  }

  /** The same for a candidate that turns out to be perfectly calibrated: fewer is out of reach. */
  public static OptionalLong toPassAtBest(CalibrationCounts counts, double limit, double beta) {
    return toPass(counts.calibrated(), limit, beta);
  }

  /**
   * Kullback-Leibler divergence between Bernoulli(a) and Bernoulli(b), in nats; a in [0, 1), b in
   * (0, 1).
   */
  static double divergence(double a, double b) {
    double events = a == 0 ? 0 : a * StrictMath.log(a / b);
    return events + (1 - a) * (StrictMath.log1p(-a) - StrictMath.log1p(-b));
  }
}
