package dev.regularizer.core.state;

/** Why a revision is being started. */
public enum AttemptKind {
  /** The first revision of a model: nothing to compare with, no steps. */
  INSTALL,
  /** A canary against the stable revision. */
  TRIAL,
  /** A former stable returns without a trial. */
  REVERT
}
