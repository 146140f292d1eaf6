package dev.regularizer.core.statistics;

/**
 * The bets of P3 on given counts: per tilt gamma the sums over the occupied bins, which do not
 * depend on the calibration error they are held against. A bisection over that error needs them
 * once.
 */
public final class CalibrationBets {

  private static final double[] GAMMAS = {0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9};
  private static final double LN2 = StrictMath.log(2);
  private static final double LN3 = StrictMath.log(3);
  private static final double LN_GAMMAS = StrictMath.log(GAMMAS.length);

  private static final Tilts USUAL = new Tilts(CalibrationCounts.BINS / 2);

  private final double total;
  private final Bet[] bets = new Bet[GAMMAS.length];

  /** Bets on counts per bin, merged as they are to be judged. */
  public CalibrationBets(CalibrationCounts counts) {
    total = counts.total();
    Tilts tilts = counts.bins() == CalibrationCounts.BINS / 2 ? USUAL : new Tilts(counts.bins());
    for (int g = 0; g < GAMMAS.length; g++) {
      bets[g] = new Bet(counts, tilts, g);
    }
  }

  /** Log evidence against "ECE at most eps". */
  public double logHarm(double eps) {
    double[] perGamma = new double[bets.length];
    for (int g = 0; g < bets.length; g++) {
      Bet bet = bets[g];
      perGamma[g] =
          LogSumExp.of(
                  bet.sumDown - bet.maxSlopeDown * total * eps,
                  bet.sumUp - bet.maxSlopeUp * total * eps,
                  bet.sumMixed - Math.max(bet.maxSlopeUp, bet.maxSlopeDown) * total * eps)
              - LN3;
    }
    return LogSumExp.of(perGamma) - LN_GAMMAS;
  }

  /** Log evidence against "ECE at least eps". */
  public double logSafe(double eps) {
    return logSafe(eps, 1);
  }

  /** The same, had all counts been {@code scale} times as large: all sums grow with them. */
  double logSafe(double eps, double scale) {
    double[] perGamma = new double[bets.length];
    for (int g = 0; g < bets.length; g++) {
      perGamma[g] = scale * (bets[g].sumWorst + (total == 0 ? 0 : bets[g].minSlope * total * eps));
    }
    return LogSumExp.of(perGamma) - LN_GAMMAS;
  }

  /** Odds ratio of a calibration curve shifted up (under-confident) at midpoint m. */
  static double tiltUp(double gamma, double m) {
    return 1 + gamma / (1 - gamma * m);
  }

  /** Odds ratio of a calibration curve shifted down (over-confident) at midpoint m. */
  static double tiltDown(double gamma, double m) {
    return 1 - gamma / (1 + gamma * m);
  }

  /** The tilts of every gamma and bin, with their logarithms. */
  private static final class Tilts {
    private final double[][] up;
    private final double[][] down;
    private final double[][] lnUp;
    private final double[][] lnDown;

    Tilts(int bins) {
      up = new double[GAMMAS.length][bins];
      down = new double[GAMMAS.length][bins];
      lnUp = new double[GAMMAS.length][bins];
      lnDown = new double[GAMMAS.length][bins];
      for (int g = 0; g < GAMMAS.length; g++) {
        for (int b = 0; b < bins; b++) {
          double midpoint = (b + 0.5) / bins;
          up[g][b] = tiltUp(GAMMAS[g], midpoint);
          down[g][b] = tiltDown(GAMMAS[g], midpoint);
          lnUp[g][b] = StrictMath.log(up[g][b]);
          lnDown[g][b] = StrictMath.log(down[g][b]);
        }
      }
    }
  }

  /** Sums over the occupied bins for one gamma. */
  private static final class Bet {
    private double sumUp;
    private double sumDown;
    private double sumMixed;
    private double sumWorst;
    private double maxSlopeUp;
    private double maxSlopeDown;
    private double minSlope = Double.POSITIVE_INFINITY;

    Bet(CalibrationCounts counts, Tilts tilts, int gamma) {
      for (int b = 0; b < counts.bins(); b++) {
        if (counts.trials().get(b) == 0) {
          continue;
        }
        double n = counts.trials().get(b);
        double k = counts.correct().get(b);
        double c = counts.meanConfidence(b);
        double rUp = tilts.up[gamma][b];
        double rDown = tilts.down[gamma][b];
        double up = k * tilts.lnUp[gamma][b] - n * StrictMath.log1p(c * (rUp - 1));
        double down = k * tilts.lnDown[gamma][b] - n * StrictMath.log1p(c * (rDown - 1));
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
