package dev.regularizer.core.analysis;

/** What promotion asks of an SLI. */
public enum Gate {
  /** Proof of harmlessness. */
  Pass,
  /** Only the minimum of samples, and no harm found. */
  NoFail,
  /** Nothing; it cannot roll back either. */
  Advisory
}
