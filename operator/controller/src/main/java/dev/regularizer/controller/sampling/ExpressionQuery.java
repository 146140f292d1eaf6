package dev.regularizer.controller.sampling;

import dev.regularizer.core.counting.Expression;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One query for the values of an expression at the ends of windows.
 *
 * @param first end of the first window
 * @param last end of the last window
 * @param step length of a window
 */
record ExpressionQuery(Expression expression, Instant first, Instant last, Duration step) {

  /** All the ends. */
  List<Instant> ends() {
    var all = new ArrayList<Instant>();
    for (var end = first; !end.isAfter(last); end = end.plus(step)) {
      all.add(end);
    }
    return all;
  }
}
