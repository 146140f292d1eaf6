package dev.regularizer.core.statistics;

/** Which null hypothesis a test tries to reject. */
public enum Direction {
  /** Rejects "within the objective": evidence that the candidate does harm. */
  HARM,
  /** Rejects "at or over the limit": evidence that the candidate is harmless. */
  SAFE
}
