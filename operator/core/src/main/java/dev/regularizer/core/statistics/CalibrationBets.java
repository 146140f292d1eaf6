package dev.regularizer.core.statistics;

/**
 * The bets of P3 on given counts: per tilt gamma the sums over the occupied bins, which do not
 * depend on the calibration error they are held against. A bisection over that error needs them
 * once.
 */
public final class CalibrationBets {

  private static final double[] GAMMAS = {0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9};
  private static final double LN2 = StrictMath.log(2);
  private static final int PATTERNS = 3;
  private static final double LN_GAMMAS = StrictMath.log(GAMMAS.length);
  private static final double LN_PATTERNS = StrictMath.log(PATTERNS * GAMMAS.length);

  private static final Tilts USUAL = new Tilts(CalibrationCounts.BINS / 2);

  private final boolean empty;

  /** Per gamma all down, all up, free per bin. */
  private final Line[] patterns = new Line[PATTERNS * GAMMAS.length];

  /** Per gamma the worst direction of each bin. */
  private final Line[] worst = new Line[GAMMAS.length];

  /** Bets on counts per bin, merged as they are to be judged. */
  public CalibrationBets(CalibrationCounts counts) {
    double total = counts.total();
    empty = total == 0;
    Tilts tilts = counts.bins() == CalibrationCounts.BINS / 2 ? USUAL : new Tilts(counts.bins());
    for (int g = 0; g < GAMMAS.length; g++) {
      Bet bet = new Bet(counts, tilts, g);
      double mixed = Math.max(bet.maxSlopeUp, bet.maxSlopeDown);
      patterns[PATTERNS * g] = new Line(bet.sumDown, -bet.maxSlopeDown * total);
      patterns[PATTERNS * g + 1] = new Line(bet.sumUp, -bet.maxSlopeUp * total);
      patterns[PATTERNS * g + 2] = new Line(bet.sumMixed, -mixed * total);
      worst[g] = new Line(bet.sumWorst, empty ? 0 : bet.minSlope * total);
    }
  }

  /** A bet's logarithm against the calibration error it is held against. */
  private record Line(double atZero, double slope) {

    double at(double eps) {
      return atZero + slope * eps;
    }

    /** Where it has a value. */
    double where(double value) {
      return (value - atZero) / slope;
    }
  }

  /** Log evidence against "ECE at most eps". */
  public double logHarm(double eps) {
    double[] terms = new double[patterns.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = patterns[i].at(eps);
    }
    return LogSumExp.of(terms) - LN_PATTERNS;
  }

  /** Log evidence against "ECE at least eps". */
  public double logSafe(double eps) {
    return logSafe(eps, 1);
  }

  /** The same, had all counts been {@code scale} times as large: all sums grow with them. */
  double logSafe(double eps, double scale) {
    double[] terms = new double[worst.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = scale * worst[i].at(eps);
    }
    return LogSumExp.of(terms) - LN_GAMMAS;
  }

  /** Largest ECE that is rejected as too small at level alpha; 0 if none is. */
  public double lowerBound(double alpha) {
    double threshold = ObjectiveTest.threshold(alpha);
    if (empty) {
      return 0;
    }
    double in = 0;
    double out = 0;
    for (Line line : patterns) {
      in = Math.max(in, line.where(threshold + LN_PATTERNS));
      out = Math.max(out, line.where(threshold));
    }
    return Crossing.lastFrom(Math.min(1, in), Math.min(1, out), eps -> logHarm(eps) - threshold);
  }

  /** Smallest ECE that is rejected as too large at level alpha; 1 if none is. */
  public double upperBound(double alpha) {
    double threshold = ObjectiveTest.threshold(alpha);
    if (empty) {
      return 1;
    }
    double in = 1;
    double out = 1;
    for (Line line : worst) {
      in = Math.min(in, line.where(threshold + LN_GAMMAS));
      out = Math.min(out, line.where(threshold));
    }
    return Crossing.lastFrom(in, Math.max(0, out), eps -> logSafe(eps) - threshold);
  }

  /**
   * How many times as large all counts must be for {@link #logSafe} to reach a threshold; infinite
   * if they never are large enough.
   */
  double scaleToReach(double eps, double threshold) {
    double most = 0;
    for (Line line : worst) {
      most = Math.max(most, line.at(eps));
    }
    return most == 0
        ? Double.POSITIVE_INFINITY
        : Crossing.lastFrom(
            (threshold + LN_GAMMAS) / most,
            threshold / most,
            scale -> logSafe(eps, scale) - threshold);
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
