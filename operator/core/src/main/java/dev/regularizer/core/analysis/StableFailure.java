package dev.regularizer.core.analysis;

/** What to do when stable misses the objective too. */
public enum StableFailure {
  /** Blame the candidate only for what it does worse than stable; hold otherwise. */
  Hold,
  /** Judge the candidate by the objective alone. */
  Rollback
}
