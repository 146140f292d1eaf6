package dev.regularizer.samples.feedback;

/**
 * Probability of the answered class, in steps of 2^-20: sums of a billion of them are exact, so
 * counters of confidences stay inside their bins.
 *
 * @param steps from 0 to 2^20
 */
public record Confidence(int steps) {
  /** How many bins confidences are counted in. */
  public static final int BINS = 20;

  private static final int ONE = 1 << 20;

  /** Checks the range. */
  public Confidence {
    if (steps < 0 || steps > ONE) {
      throw new IllegalArgumentException("confidence of " + steps + " steps");
    }
  }

  /** The nearest confidence of a probability. */
  public static Confidence of(double probability) {
    return new Confidence((int) Math.round(probability * ONE));
  }

  /** From 0 to 1. */
  public double value() {
    return (double) steps / ONE;
  }

  /** Bin i holds [i/20, (i+1)/20); 1.0 falls into the last. */
  public int bin() {
    return (int) Math.min((long) steps * BINS / ONE, BINS - 1);
  }
}
