package dev.regularizer.core.counting;

/**
 * The window {@code (start, end]}: a sample at its start belongs to the one before.
 *
 * @param startMillis epoch milliseconds
 * @param endMillis epoch milliseconds, after the start
 */
public record WindowEdges(long startMillis, long endMillis) {

  /** Checks the order. */
  public WindowEdges {
    if (endMillis <= startMillis) {
      throw new IllegalArgumentException("window (" + startMillis + ", " + endMillis + "]");
    }
  }

  boolean contains(long timeMillis) {
    return timeMillis > startMillis && timeMillis <= endMillis;
  }
}
