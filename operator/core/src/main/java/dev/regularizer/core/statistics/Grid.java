package dev.regularizer.core.statistics;

/**
 * The frozen grid of odds ratios the tests bet on, with equal weights. Stored evidence is only
 * meaningful for the grid it was computed with, hence {@link #VERSION}.
 */
public final class Grid {

  /** Version of the grid, kept beside stored evidence. */
  public static final int VERSION = 1;

  /** Number of odds ratios. */
  public static final int SIZE = 12;

  static final double LN_SIZE = StrictMath.log(SIZE);

  private static final double ROUNDING = 1e-12;

  private static final double[] HARM = {1.1, 1.2, 1.35, 1.5, 1.75, 2, 2.5, 3, 4, 6, 10, 20};
  private static final double[] LN_HARM = logarithms(Direction.HARM);
  private static final double[] LN_SAFE = logarithms(Direction.SAFE);

  private Grid() {}

  /** The i-th odds ratio: above 1 for harm, its reciprocal for safe. */
  public static double ratio(Direction direction, int i) {
    return direction == Direction.HARM ? HARM[i] : 1 / HARM[i];
  }

  /** {@code ln} of {@link #ratio}. */
  static double lnRatio(Direction direction, int i) {
    return direction == Direction.HARM ? LN_HARM[i] : LN_SAFE[i];
  }

  private static double[] logarithms(Direction direction) {
    double[] logarithms = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      logarithms[i] = StrictMath.log(ratio(direction, i));
    }
    return logarithms;
  }

  /**
   * Whether {@link #logMean} reaches a threshold. The mean lies between a twelfth of the largest
   * e-value and the largest, which mostly tells without a logarithm.
   */
  static boolean reaches(double[] logSums, double threshold) {
    double max = Double.NEGATIVE_INFINITY;
    for (double sum : logSums) {
      max = Math.max(max, sum);
    }
    if (max < threshold - ROUNDING * Math.abs(threshold)) {
      return false;
    }
    return max - LN_SIZE >= threshold || logMean(logSums) >= threshold;
  }

  /** Mean over the grid of e-values given as logarithms. */
  static double logMean(double[] logSums) {
    return LogSumExp.of(logSums) - LN_SIZE;
  }
}
