package dev.regularizer.core.statistics;

/**
 * The standard normal distribution function, from the error function: the series {@code erf(x) =
 * 2/sqrt(pi) e^{-x^2} sum_i 2^i x^{2i+1} / (2i+1)!!} of positive terms for small x, the continued
 * fraction of erfc for large x. Both are good to about 1e-15 relative to the larger tail.
 */
final class NormalDistribution {

  private static final double SERIES_UP_TO = 3;
  private static final int FRACTION_DEPTH = 80;
  private static final double SQRT_PI = StrictMath.sqrt(StrictMath.PI);
  private static final double SQRT_2 = StrictMath.sqrt(2);

  private NormalDistribution() {}

  /** P(Z &lt;= z). */
  static double cumulative(double z) {
    double x = Math.abs(z) / SQRT_2;
    double upperTail = erfc(x) / 2;
    return z > 0 ? 1 - upperTail : upperTail;
  }

  /** Complementary error function for x at least 0. */
  private static double erfc(double x) {
    double gauss = StrictMath.exp(-x * x);
    if (x <= SERIES_UP_TO) {
      double term = x;
      double sum = x;
      for (int i = 1; term > sum * 1e-17; i++) {
        term *= 2 * x * x / (2 * i + 1);
        sum += term;
      }
      return 1 - 2 / SQRT_PI * gauss * sum;
    }
    double fraction = x;
    for (int i = FRACTION_DEPTH; i >= 1; i--) {
      fraction = x + i / 2.0 / fraction;
    }
    return gauss / (SQRT_PI * fraction);
  }
}
