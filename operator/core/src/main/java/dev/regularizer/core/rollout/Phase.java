package dev.regularizer.core.rollout;

/** Where a model stands, for people; output only, nothing reads it back. */
public enum Phase {
  PENDING("Pending"),
  PROGRESSING("Progressing"),
  HOLDING("Holding"),
  AWAITING_APPROVAL("AwaitingApproval"),
  PROMOTING("Promoting"),
  BAKING("Baking"),
  UP_TO_DATE("UpToDate"),
  ROLLING_BACK("RollingBack"),
  ROLLED_BACK("RolledBack"),
  REFUSED("Refused");

  private final String text;

  Phase(String text) {
    this.text = text;
  }

  /** The word in status and metrics. */
  public String text() {
    return text;
  }
}
