package dev.regularizer.crds.sli;

/** Who exports the counters of labelled predictions. */
public enum LabelSource {
  Server,
  Labeler
}
