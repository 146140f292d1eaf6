package dev.regularizer.crds.rollout;

/** How the path of a request is compared. */
public enum PathMatchType {
  PathPrefix,
  Exact
}
