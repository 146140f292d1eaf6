package dev.regularizer.testkit.explore;

/** An invariant does not hold. */
final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String invariant;

  /**
   * A violation.
   *
   * @param invariant such as S3
   * @param text what is wrong, with figures
   */
  Violation(String invariant, String text) {
    super(invariant + ": " + text, null, false, false);
    this.invariant = invariant;
  }

  String invariant() {
    return invariant;
  }
}
