package dev.regularizer.core.spec;

/** What a rollout waits for a person to say. */
public enum Approval {
  /** Before a revision gets its first pod. */
  BEFORE_START("BeforeStart"),
  /** Before a revision that passed its trial becomes stable. */
  BEFORE_PROMOTION("BeforePromotion");

  private final String word;

  Approval(String word) {
    this.word = word;
  }

  /** The word in the spec. */
  public String word() {
    return word;
  }
}
