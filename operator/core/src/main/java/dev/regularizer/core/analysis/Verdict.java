package dev.regularizer.core.analysis;

/** What is known about an SLI so far. */
public enum Verdict {
  /** Proven harmless at some look. */
  Pass,
  /** Proven harmful. */
  Fail,
  /** Neither proven yet. */
  Undecided,
  /** No samples. */
  NoData,
  /** Samples that cannot be counted. */
  Invalid
}
