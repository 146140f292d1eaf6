package dev.regularizer.core.statistics;

/**
 * P1, the grid bet against a fixed probability: the likelihood ratio of odds ratio r, mixed over
 * the grid. It needs only the cumulative bad events k and trials n, and is below a martingale while
 * the running average of the event probability is on the null's side, under any drift.
 *
 * <p>{@code S_r = k ln r - n ln(1 + p (r - 1))}, divided by the overdispersion phi before mixing.
 */
public final class ObjectiveTest {

  private ObjectiveTest() {}

  /**
   * Log evidence against "event probability at most p0".
   *
   * @param k bad events, 0 to n
   * @param n trials
   * @param p0 the objective, at least 0 and below 1; at 0 a single event is infinite evidence
   * @param phi overdispersion, at least 1
   */
  public static double logHarm(long k, long n, double p0, double phi) {
    if (!(p0 >= 0 && p0 < 1)) {
      throw new IllegalArgumentException("objective " + p0 + " is not in [0, 1)");
    }
    if (p0 == 0) {
      requireCounts(k, n, phi);
      return k == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    return logE(k, n, p0, phi, Direction.HARM);
  }

  /**
   * Log evidence against "event probability at least p1".
   *
   * @param p1 the limit, above 0 and at most 1
   */
  public static double logSafe(long k, long n, double p1, double phi) {
    if (!(p1 > 0 && p1 <= 1)) {
      throw new IllegalArgumentException("limit " + p1 + " is not in (0, 1]");
    }
    return logE(k, n, p1, phi, Direction.SAFE);
  }

  /** Lower confidence bound of the event probability, valid at every look at level alpha. */
  public static double lowerBound(long k, long n, double alpha) {
    return lowerBound(k, n, alpha, 1);
  }

  /** Lower confidence bound with overdispersion phi; holds at slightly more than 1 - alpha. */
  public static double lowerBound(long k, long n, double alpha, double phi) {
    double threshold = threshold(alpha);
    double in = 0;
    double out = 0;
    for (int i = 0; i < Grid.SIZE; i++) {
      in = Math.max(in, reached(k, n, phi * (threshold + Grid.LN_SIZE), Direction.HARM, i));
      out = Math.max(out, reached(k, n, phi * threshold, Direction.HARM, i));
    }
    return bound(Math.min(1, in), Math.min(1, out), k, n, phi, Direction.HARM, threshold);
  }

  /** Upper confidence bound of the event probability, valid at every look at level alpha. */
  public static double upperBound(long k, long n, double alpha) {
    return upperBound(k, n, alpha, 1);
  }

  /** Upper confidence bound with overdispersion phi; holds at slightly more than 1 - alpha. */
  public static double upperBound(long k, long n, double alpha, double phi) {
    double threshold = threshold(alpha);
    double in = 1;
    double out = 1;
    for (int i = 0; i < Grid.SIZE; i++) {
      in = Math.min(in, reached(k, n, phi * (threshold + Grid.LN_SIZE), Direction.SAFE, i));
      out = Math.min(out, reached(k, n, phi * threshold, Direction.SAFE, i));
    }
    return bound(in, out, k, n, phi, Direction.SAFE, threshold);
  }

  /**
   * The probability at which the log likelihood ratio of the i-th odds ratio has a value. A mixture
   * lies between a twelfth of its largest term and that term, so the probability at which it
   * reaches the threshold lies between two of these.
   */
  private static double reached(long k, long n, double value, Direction direction, int i) {
    return n == 0
        ? direction == Direction.HARM ? 0 : 1
        : StrictMath.expm1((k * Grid.lnRatio(direction, i) - value) / n)
            / (Grid.ratio(direction, i) - 1);
  }

  private static double bound(
      double in, double out, long k, long n, double phi, Direction direction, double threshold) {
    requireCounts(k, n, phi);
    return Crossing.lastFrom(in, out, p -> logE(k, n, p, phi, direction) - threshold);
  }

  /** {@code ln(1/alpha)}: evidence from which on a null is rejected at level alpha. */
  public static double threshold(double alpha) {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("level " + alpha + " is not in (0, 1)");
    }
    return -StrictMath.log(alpha);
  }

  /** Log likelihood ratio of the i-th odds ratio. */
  static double increment(long k, long n, double p, Direction direction, int i) {
    double r = Grid.ratio(direction, i);
    return k * Grid.lnRatio(direction, i) - n * StrictMath.log1p(p * (r - 1));
  }

  private static double logE(long k, long n, double p, double phi, Direction direction) {
    return Grid.logMean(sums(k, n, p, phi, direction));
  }

  private static double[] sums(long k, long n, double p, double phi, Direction direction) {
    requireCounts(k, n, phi);
    double[] sums = new double[Grid.SIZE];
    for (int i = 0; i < Grid.SIZE; i++) {
      sums[i] = increment(k, n, p, direction, i) / phi;
    }
    return sums;
  }

  static void requireCounts(long k, long n, double phi) {
    if (k < 0 || k > n) {
      throw new IllegalArgumentException(k + " events of " + n + " trials");
    }
    if (!(phi >= 1)) {
      throw new IllegalArgumentException("overdispersion " + phi + " is below 1");
    }
  }
}
