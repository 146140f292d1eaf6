package dev.regularizer.core.spec;

/** What a rollout waits for a person to say. */
public enum Approval {
  /** Before a revision gets its first pod. */
  BEFORE_START,
  /** Before a revision that passed its trial becomes stable. */
  BEFORE_PROMOTION
}
