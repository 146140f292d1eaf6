package dev.regularizer.testkit.history;

/**
 * A promise that a write broke.
 *
 * @param invariant its id, such as {@code S2}
 * @param write the first write that shows it
 * @param text what was found and what is allowed
 */
public record Violation(String invariant, CommittedWrite write, String text) {
  @Override
  public String toString() {
    return invariant + ": " + text + "\n  at " + write;
  }
}
