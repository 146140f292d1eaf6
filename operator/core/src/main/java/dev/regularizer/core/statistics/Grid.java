package dev.regularizer.core.statistics;

import java.util.List;

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

  /** Mean over the grid of e-values given as logarithms to be divided by phi. */
  static double logMean(List<Double> logSums, double phi) {
    double[] sums = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      sums[i] = logSums.get(i) / phi;
    }
    return logMean(sums);
  }

  /** Mean over the grid of e-values given as logarithms. */
  static double logMean(double[] logSums) {
    return LogSumExp.of(logSums) - LN_SIZE;
  }
}
