package dev.regularizer.testkit.verdict;

/** What a rule says after a window, and how a run ends. */
public enum Decision {
  /** Nothing yet. */
  CONTINUE,
  /** Back to stable. */
  ROLLBACK,
  /** The candidate becomes stable. */
  PROMOTE,
  /** The time is over, or a human is asked. */
  INCONCLUSIVE
}
