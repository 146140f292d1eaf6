package dev.regularizer.e2e.faults.cell;

/** What people do with a model, and where it ends. */
enum Scenario {
  /** The first revision. */
  INSTALL,
  /** A good revision through all its steps. */
  PROMOTE,
  /** A revision that fails half of its requests once it has half of them. */
  FAIL,
  /** A third revision while the second is at its last step. */
  SUPERSEDE,
  /** Back to the first revision while the second is at its first step. */
  REVERT,
  /** Paused at the first step, then resumed. */
  PAUSE,
  /** Deleted at the first step. */
  DELETE
}
