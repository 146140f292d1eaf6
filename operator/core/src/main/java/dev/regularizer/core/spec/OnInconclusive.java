package dev.regularizer.core.spec;

/** What happens at the deadline when the evidence decides nothing. */
public enum OnInconclusive {
  HOLD,
  PROMOTE,
  ROLLBACK
}
