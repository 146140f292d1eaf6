package dev.regularizer.crds.revision;

/** When a regularizer acts. */
public enum Stage {
  Training,
  PostHoc,
  Runtime
}
