package dev.regularizer.core.analysis;

/**
 * An objective that holds by itself.
 *
 * @param objective the good side of the line, in [0, 1)
 * @param limit surely bad, above the objective and at most 1
 */
public record Absolute(double objective, double limit) {

  /** Checks the order. */
  public Absolute {
    if (!(objective >= 0 && objective < 1)) {
      throw new IllegalArgumentException("objective " + objective + " is not in [0, 1)");
    }
    if (!(limit > objective && limit <= 1)) {
      throw new IllegalArgumentException(
          "limit %s is not above the objective %s and at most 1".formatted(limit, objective));
    }
  }
}
