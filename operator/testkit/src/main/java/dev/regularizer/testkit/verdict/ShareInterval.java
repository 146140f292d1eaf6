package dev.regularizer.testkit.verdict;

import java.util.function.DoublePredicate;

/**
 * Exact interval of a share (Clopper and Pearson), by bisection on binomial tails.
 *
 * @param lower in [0, 1]
 * @param upper in [0, 1]
 */
public record ShareInterval(double lower, double upper) {

  private static final int HALVINGS = 50;

  /** Two-sided 95 % interval of a share seen k times in n. */
  public static ShareInterval of(long k, long n) {
    if (k < 0 || k > n || n == 0) {
      throw new IllegalArgumentException(k + " of " + n);
    }
    double lower = k == 0 ? 0 : 1 - upper(n - k, n);
    double upper = k == n ? 1 : upper(k, n);
    return new ShareInterval(lower, upper);
  }

  /** Where P(X at most k) falls to 2.5 %. */
  private static double upper(long k, long n) {
    DoublePredicate likely = p -> atMost(k, n, p) > 0.025;
    double in = 0;
    double out = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (in + out) / 2;
      if (likely.test(middle)) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return out;
  }

  /** P(X at most k) of n trials at p in (0, 1), summed on a logarithmic scale. */
  static double atMost(long k, long n, double p) {
    double odds = StrictMath.log(p) - StrictMath.log1p(-p);
    double term = n * StrictMath.log1p(-p);
    double max = term;
    double sum = 1;
    for (long i = 0; i < k; i++) {
      term += StrictMath.log((double) (n - i) / (i + 1)) + odds;
      if (term > max) {
        sum = sum * StrictMath.exp(max - term) + 1;
        max = term;
      } else {
        sum += StrictMath.exp(term - max);
      }
    }
    return Math.min(1, StrictMath.exp(max) * sum);
  }
}
