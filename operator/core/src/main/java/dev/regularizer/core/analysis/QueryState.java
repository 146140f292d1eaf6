package dev.regularizer.core.analysis;

import java.util.OptionalDouble;

/**
 * What an SLI of an expression remembers.
 *
 * @param values windows in which the expression gave a number
 * @param above how many of them were above the maximum
 * @param inARow how many in a row were, up to the last one
 * @param longest the most in a row so far
 * @param last number of the last window; empty before the first
 */
record QueryState(long values, long above, long inARow, long longest, OptionalDouble last) {

  static final QueryState START = new QueryState(0, 0, 0, 0, OptionalDouble.empty());

  /** Adds the number of a window; one without a number is left out and breaks no row. */
  QueryState plus(double number, double maximum) {
    boolean over = number > maximum;
    long row = over ? inARow + 1 : 0;
    return new QueryState(
        values + 1, above + (over ? 1 : 0), row, Math.max(longest, row), OptionalDouble.of(number));
  }
}
