package dev.regularizer.core.counting;

/** Who exports the counters of labelled predictions; one of them per revision. */
public enum LabelSource {
  /** The pods of the revision. */
  Server,
  /**
   * A labeler that outlives the pods, for all revisions: its series have the labels {@link
   * TelemetryContract#MODEL} and {@link TelemetryContract#REVISION}.
   */
  Labeler
}
