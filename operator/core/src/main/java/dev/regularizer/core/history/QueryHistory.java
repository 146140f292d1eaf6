package dev.regularizer.core.history;

/**
 * What an expression gave for stable.
 *
 * @param windows in which it gave a number
 * @param inARow how many of the last ones in a row were above the maximum
 * @param longest the most in a row
 */
public record QueryHistory(long windows, long inARow, long longest) {

  static final QueryHistory NONE = new QueryHistory(0, 0, 0);

  QueryHistory plus(boolean above) {
    long row = above ? inARow + 1 : 0;
    return new QueryHistory(windows + 1, row, Math.max(longest, row));
  }
}
