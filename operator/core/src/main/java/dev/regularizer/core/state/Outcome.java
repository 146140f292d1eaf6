package dev.regularizer.core.state;

/** How an attempt ended. */
public enum Outcome {
  INSTALLED,
  PROMOTED,
  ROLLED_BACK,
  ABORTED,
  REVERTED,
  SUPERSEDED,
  NOT_READY,
  INCONCLUSIVE,
  REFUSED;

  /** After these the same revision is not tried again until somebody asks with `retry`. */
  public boolean sticks() {
    return this == ROLLED_BACK || this == ABORTED || this == NOT_READY;
  }
}
