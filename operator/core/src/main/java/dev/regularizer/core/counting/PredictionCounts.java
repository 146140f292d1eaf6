package dev.regularizer.core.counting;

/**
 * First attempts in a window by outcome.
 *
 * @param served answered
 * @param rejected turned down by a guard
 * @param error failed
 */
public record PredictionCounts(long served, long rejected, long error) {

  /** All first attempts. */
  public long total() {
    return served + rejected + error;
  }
}
