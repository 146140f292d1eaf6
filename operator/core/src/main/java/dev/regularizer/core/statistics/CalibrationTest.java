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

  private static final double[] GAMMAS = {0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9};
  private static final double LN2 = StrictMath.log(2);
  private static final double LN3 = StrictMath.log(3);
  private static final double LN_GAMMAS = StrictMath.log(GAMMAS.length);

  private CalibrationTest() {}

  /** Log evidence against "ECE at most eps". */
  public static double logHarm(CalibrationCounts counts, double eps) {
    return logHarm(counts, eps, 1);
  }

  /** Log evidence against "ECE at least eps". */
  public static double logSafe(CalibrationCounts counts, double eps) {
    return logSafe(counts, eps, 1);
  }

  /** Lower confidence bound of the ECE, valid at every look at level alpha. */
  public static double lowerBound(CalibrationCounts counts, double alpha) {
    double threshold = ObjectiveTest.threshold(alpha);
    return Bisection.lastTrue(0, 1, eps -> logHarm(counts, eps) >= threshold);
  }

  /** Upper confidence bound of the ECE, valid at every look at level alpha. */
  public static double upperBound(CalibrationCounts counts, double alpha) {
    double threshold = ObjectiveTest.threshold(alpha);
    return Bisection.firstTrue(0, 1, eps -> logSafe(counts, eps) >= threshold);
  }

  /** Odds ratio of a calibration curve shifted up (under-confident) at midpoint m. */
  static double tiltUp(double gamma, double m) {
    return 1 + gamma / (1 - gamma * m);
  }

  /** Odds ratio of a calibration curve shifted down (over-confident) at midpoint m. */
  static double tiltDown(double gamma, double m) {
    return 1 - gamma / (1 + gamma * m);
  }

  private static double logHarm(CalibrationCounts counts, double eps, double scale) {
    double total = counts.total() * scale;
    double[] perGamma = new double[GAMMAS.length];
    for (int g = 0; g < GAMMAS.length; g++) {
      Bets bets = new Bets(counts, GAMMAS[g], scale);
      perGamma[g] =
          LogSumExp.of(
                  bets.sumDown - bets.maxSlopeDown * total * eps,
                  bets.sumUp - bets.maxSlopeUp * total * eps,
                  bets.sumMixed - Math.max(bets.maxSlopeUp, bets.maxSlopeDown) * total * eps)
              - LN3;
    }
    return LogSumExp.of(perGamma) - LN_GAMMAS;
  }

  /** Log safe evidence if every count were {@code scale} times as large, for projections. */
  static double logSafe(CalibrationCounts counts, double eps, double scale) {
    double total = counts.total() * scale;
    double[] perGamma = new double[GAMMAS.length];
    for (int g = 0; g < GAMMAS.length; g++) {
      Bets bets = new Bets(counts, GAMMAS[g], scale);
      perGamma[g] = bets.sumWorst + (total == 0 ? 0 : bets.minSlope * total * eps);
    }
    return LogSumExp.of(perGamma) - LN_GAMMAS;
  }

  /** Sums over the occupied bins for one gamma. */
  private static final class Bets {
    private double sumUp;
    private double sumDown;
    private double sumMixed;
    private double sumWorst;
    private double maxSlopeUp;
    private double maxSlopeDown;
    private double minSlope = Double.POSITIVE_INFINITY;

    Bets(CalibrationCounts counts, double gamma, double scale) {
      for (int b = 0; b < counts.bins(); b++) {
        if (counts.trials().get(b) == 0) {
          continue;
        }
        double n = counts.trials().get(b) * scale;
        double k = counts.correct().get(b) * scale;
        double c = counts.meanConfidence(b);
        double rUp = tiltUp(gamma, counts.midpoint(b));
        double rDown = tiltDown(gamma, counts.midpoint(b));
        double up = k * StrictMath.log(rUp) - n * StrictMath.log1p(c * (rUp - 1));
        double down = k * StrictMath.log(rDown) - n * StrictMath.log1p(c * (rDown - 1));
        double slopeUp = (rUp - 1) / (1 + c * (rUp - 1));
        double slopeDown = (1 - rDown) / (1 + c * (rDown - 1));
        sumUp += up;
        sumDown += down;
        sumMixed += LogSumExp.of(up, down) - LN2;
        sumWorst += Math.min(up, down);
        maxSlopeUp = Math.max(maxSlopeUp, slopeUp);
        maxSlopeDown = Math.max(maxSlopeDown, slopeDown);
        minSlope = Math.min(minSlope, Math.min(slopeUp, slopeDown));
      }
    }
  }
}
