package dev.regularizer.core.statistics;

import java.util.function.DoublePredicate;

/** Where a predicate that changes once on an interval changes. */
final class Bisection {

  private static final int MAX_HALVINGS = 60;

  private Bisection() {}

  /**
   * Largest point of {@code [low, high]} with the predicate, which holds at {@code low} only up to
   * there.
   */
  static double lastTrue(double low, double high, DoublePredicate predicate) {
    double in = low;
    double out = high;
    for (int i = 0; i < MAX_HALVINGS; i++) {
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
    return -lastTrue(-high, -low, x -> predicate.test(-x));
  }
}
