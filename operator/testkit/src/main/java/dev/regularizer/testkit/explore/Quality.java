package dev.regularizer.testkit.explore;

/** What Prometheus has to say, or that it says nothing. */
enum Quality {
  /** Both revisions do well. */
  GOOD,
  /** The candidate fails most of its requests. */
  BAD,
  /** Both revisions do. */
  COMMON,
  /** Hardly any requests. */
  FEW,
  /** No sample of any pod. */
  NONE,
  /** Samples that are not numbers. */
  NAN,
  /** An answer with warnings. */
  PARTIAL,
  /** No answer. */
  UNREACHABLE,
  /** All requests reach stable, whatever the route says. */
  UNSPLIT;

  /** Whether a window of it may speak for a candidate. */
  boolean good() {
    return this == GOOD;
  }
}
