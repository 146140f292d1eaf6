package dev.regularizer.crds.sli;

/** What happens when stable misses the objective as well. */
public enum WhenStableFailsToo {
  Hold,
  Rollback
}
