package dev.regularizer.core.counting;

/**
 * Predictions in a window that took longer than a threshold. The two counts differ when the
 * threshold lies inside a histogram bucket.
 *
 * @param total predictions
 * @param surelySlower those above the next bucket boundary at or over the threshold
 * @param possiblySlower those above the last bucket boundary at or below the threshold
 */
public record LatencyCounts(long total, long surelySlower, long possiblySlower) {

  /** Sum of two counts. */
  LatencyCounts plus(LatencyCounts other) {
    return new LatencyCounts(
        total + other.total,
        surelySlower + other.surelySlower,
        possiblySlower + other.possiblySlower);
  }
}
