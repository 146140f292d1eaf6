package dev.regularizer.e2e.faults.world;

/** How Prometheus answers. */
public enum Answer {
  /** All that it has scraped. */
  SAMPLES,
  /** Status 503. */
  UNAVAILABLE,
  /** Status 400. */
  REFUSED,
  /** Nothing until the caller gives up. */
  SILENCE,
  /** Status 200 and a page for people. */
  PAGE,
  /** The answer ends in its middle. */
  TRUNCATED,
  /** No series. */
  EMPTY,
  /** Every sample is NaN. */
  NAN,
  /** Every sample is +Inf. */
  INFINITE,
  /** Every series twice, apart in a label of no meaning. */
  TWICE,
  /** All samples, and a warning that some may be missing. */
  WARNING,
  /** Samples of ten minutes ago. */
  OLD,
  /** A server whose clock is ten minutes ahead. */
  SKEWED
}
