package dev.regularizer.core.statistics;

/** Logarithm of a sum of exponentials, without overflow. */
public final class LogSumExp {

  private LogSumExp() {}

  /** {@code ln(sum_i e^{x_i})}; negative infinity for no terms. */
  public static double of(double... terms) {
    double max = Double.NEGATIVE_INFINITY;
    for (double term : terms) {
      max = Math.max(max, term);
    }
    if (Double.isInfinite(max)) {
      return max;
    }
    double sum = 0;
    for (double term : terms) {
      sum += StrictMath.exp(term - max);
    }
    return max + StrictMath.log(sum);
  }
}
