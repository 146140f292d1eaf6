package dev.regularizer.core.statistics;

import java.util.function.DoubleUnaryOperator;

/**
 * Where a function that changes its sign once on an interval does so: regula falsi, with the value
 * of an end that stays halved (Illinois) and a halving of the interval at every third step, so that
 * no shape can hold it up.
 */
final class Crossing {

  /** Evidence that far above a threshold counts as just above it. */
  private static final double CLOSE = 1e-9;

  private static final int MOST_STEPS = 200;
  private static final int HALVING = 3;

  private Crossing() {}

  /**
   * A point before the crossing, where the function is at least 0 and by at most 1e-9.
   *
   * @param in end of the interval on the side of values from 0; returned if the value is below 0
   *     even there
   * @param out the other end, above or below; returned if the value is at least 0 even there
   */
  static double lastFrom(double in, double out, DoubleUnaryOperator function) {
    double valueIn = function.applyAsDouble(in);
    if (!(valueIn > CLOSE) || in == out) {
      return in;
    }
    double valueOut = function.applyAsDouble(out);
    if (valueOut >= 0) {
      return out;
    }
    double a = in;
    double b = out;
    int side = 0;
    for (int step = 1; step <= MOST_STEPS; step++) {
      double middle = a + (b - a) / 2;
      double next = step % HALVING == 0 ? middle : a + (b - a) * (valueIn / (valueIn - valueOut));
      if (!(Math.min(a, b) < next && next < Math.max(a, b))) {
        next = middle;
      }
      if (next == a || next == b) {
        return a;
      }
      double value = function.applyAsDouble(next);
      if (value >= 0) {
        if (value <= CLOSE) {
          return next;
        }
        a = next;
        valueIn = value;
        valueOut = side > 0 ? valueOut / 2 : valueOut;
        side = 1;
      } else {
        b = next;
        valueOut = value;
        valueIn = side < 0 ? valueIn / 2 : valueIn;
        side = -1;
      }
    }
    return a;
  }
}
