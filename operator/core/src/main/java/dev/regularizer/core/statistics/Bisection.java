package dev.regularizer.core.statistics;

import java.util.function.DoublePredicate;

/** Where a predicate that changes once on an interval changes. */
final class Bisection {

  static final int MAX_HALVINGS = 60;

  /** Enough for a bound that is shown, not judged by. */
  static final int FOR_DISPLAY = 40;

  private Bisection() {}

  /**
   * Largest point of {@code [low, high]} with the predicate, which holds at {@code low} only up to
   * there.
   */
  static double lastTrue(double low, double high, DoublePredicate predicate) {
    return lastTrue(low, high, MAX_HALVINGS, predicate);
  }

  /** The same to within {@code (high - low) 2^-halvings}. */
  static double lastTrue(double low, double high, int halvings, DoublePredicate predicate) {
    double in = low;
    double out = high;
    for (int i = 0; i < halvings; i++) {
      double middle = in + (out - in) / 2;
      if (middle == in || middle == out) {
        break;
      }
      if (predicate.test(middle)) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return in;
  }

  /**
   * Smallest point of {@code [low, high]} with the predicate, which holds from there up to {@code
   * high}.
   */
  static double firstTrue(double low, double high, DoublePredicate predicate) {
    return firstTrue(low, high, MAX_HALVINGS, predicate);
  }

  /** The same to within {@code (high - low) 2^-halvings}. */
  static double firstTrue(double low, double high, int halvings, DoublePredicate predicate) {
    return -lastTrue(-high, -low, halvings, x -> predicate.test(-x));
  }
}
