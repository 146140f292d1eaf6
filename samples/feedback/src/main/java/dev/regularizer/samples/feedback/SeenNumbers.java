package dev.regularizer.samples.feedback;

/**
 * Remembers which of the latest numbers were seen, one bit each. Numbers older than the window are
 * refused, so none is ever taken twice.
 */
public final class SeenNumbers {
  /** Whether a number was taken. */
  public enum Answer {
    /** For the first time. */
    TAKEN,
    /** Not again. */
    SEEN_BEFORE,
    /** Nobody knows. */
    TOO_OLD
  }

  private final int window;
  private final long[] bits;
  private long highest = -1;

  /** Remembers that many numbers, a multiple of 64. */
  public SeenNumbers(int window) {
    this.window = window;
    this.bits = new long[window / Long.SIZE];
  }

  /** Takes a number once. */
  public Answer take(long number) {
    if (number < 0 || number <= highest - window) {
      return Answer.TOO_OLD;
    }
    forgetUpTo(number);
    var slot = (int) (number % window);
    var bit = 1L << (slot % Long.SIZE);
    if ((bits[slot / Long.SIZE] & bit) != 0) {
      return Answer.SEEN_BEFORE;
    }
    bits[slot / Long.SIZE] |= bit;
    return Answer.TAKEN;
  }

  /** Slots of numbers that fell out of the window are free for the new ones. */
  private void forgetUpTo(long number) {
    var from = Math.max(highest + 1, number - window + 1);
    for (var n = from; n <= number; n++) {
      var slot = (int) (n % window);
      bits[slot / Long.SIZE] &= ~(1L << (slot % Long.SIZE));
    }
    highest = Math.max(highest, number);
  }
}
