package dev.regularizer.core.statistics;

/**
 * Point estimates of the expected calibration error, for display only: verdicts come from {@link
 * CalibrationTest}.
 */
public final class CalibrationEstimate {

  private CalibrationEstimate() {}

  /** Plug-in ECE, {@code sum_b |K_b - C_b| / n}: biased upwards at small n. 0 for no labels. */
  public static double plugIn(CalibrationCounts counts) {
    double sum = 0;
    for (int b = 0; b < counts.bins(); b++) {
      sum += Math.abs(counts.correct().get(b) - counts.confidence().get(b));
    }
    return counts.total() == 0 ? 0 : sum / counts.total();
  }

  /**
   * Debiased L1: the plug-in minus the bias a folded normal would have. May be slightly negative;
   * show {@code max(0, x)}.
   */
  public static double debiased(CalibrationCounts counts) {
    double sum = 0;
    for (int b = 0; b < counts.bins(); b++) {
      long n = counts.trials().get(b);
      if (n == 0) {
        continue;
      }
      double d = Math.abs(counts.correct().get(b) - counts.confidence().get(b)) / n;
      double rate = (counts.correct().get(b) + 0.5) / (n + 1.0);
      double s = StrictMath.sqrt(rate * (1 - rate) / n);
      double foldedMean =
          s * StrictMath.sqrt(2 / StrictMath.PI) * StrictMath.exp(-d * d / (2 * s * s))
              + d * (1 - 2 * NormalDistribution.cumulative(-d / s));
      sum += n * (2 * d - foldedMean);
    }
    return counts.total() == 0 ? 0 : sum / counts.total();
  }

  /** Debiased squared L2 over bins with at least 2 labels. */
  public static double debiasedSquared(CalibrationCounts counts) {
    double sum = 0;
    for (int b = 0; b < counts.bins(); b++) {
      long n = counts.trials().get(b);
      if (n < 2) {
        continue;
      }
      double rate = (double) counts.correct().get(b) / n;
      double d = rate - counts.meanConfidence(b);
      sum += n * (d * d - rate * (1 - rate) / (n - 1));
    }
    return counts.total() == 0 ? 0 : sum / counts.total();
  }

  /** What the plug-in shows on average for a perfectly calibrated model with these counts. */
  public static double floor(CalibrationCounts counts) {
    double sum = 0;
    for (int b = 0; b < counts.bins(); b++) {
      long n = counts.trials().get(b);
      if (n == 0) {
        continue;
      }
      double c = counts.meanConfidence(b);
      sum += n * StrictMath.sqrt(Math.max(0, 2 * c * (1 - c) / (StrictMath.PI * n)));
    }
    return counts.total() == 0 ? 0 : sum / counts.total();
  }

  /** Whether n is too small to report an ECE against objective eps: the floor exceeds eps / 3. */
  public static boolean tooSmall(CalibrationCounts counts, double eps) {
    return counts.total() == 0 || floor(counts) > eps / 3;
  }
}
