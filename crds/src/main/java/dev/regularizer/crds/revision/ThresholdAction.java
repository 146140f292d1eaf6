package dev.regularizer.crds.revision;

/** What happens to an answer below the threshold. */
public enum ThresholdAction {
  Reject,
  Fallback
}
