package dev.regularizer.crds.rollout;

/** What happens at the deadline when the evidence decides nothing. */
public enum OnInconclusive {
  Hold,
  Promote,
  Rollback
}
