package dev.regularizer.core.statistics;

/**
 * P3, the grid bet on the expected calibration error (ECE), from cumulative counts per bin. Each
 * bin carries the log likelihood ratio of a calibration curve shifted up or down; harm mixes three
 * sign patterns (all over-confident, all under-confident, free per bin), safe takes the worst one,
 * so the upward bias of the plug-in ECE can make a verdict later but never wrong.
 *
 * <p>Counts are taken as given: merge 20 bins to 10 first ({@link
 * CalibrationCounts#mergedPairs()}).
 */
public final class CalibrationTest {

  private CalibrationTest() {}

  /** Log evidence against "ECE at most eps". */
  public static double logHarm(CalibrationCounts counts, double eps) {
    return new CalibrationBets(counts).logHarm(eps);
  }

  /** Log evidence against "ECE at least eps". */
  public static double logSafe(CalibrationCounts counts, double eps) {
    return new CalibrationBets(counts).logSafe(eps);
  }

  /** Lower confidence bound of the ECE, valid at every look at level alpha. */
  public static double lowerBound(CalibrationCounts counts, double alpha) {
    return new CalibrationBets(counts).lowerBound(alpha);
  }

  /** Upper confidence bound of the ECE, valid at every look at level alpha. */
  public static double upperBound(CalibrationCounts counts, double alpha) {
    return new CalibrationBets(counts).upperBound(alpha);
  }
}
