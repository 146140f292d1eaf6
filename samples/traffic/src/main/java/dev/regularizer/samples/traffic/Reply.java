package dev.regularizer.samples.traffic;

/** What came of one request for a prediction. */
sealed interface Reply {
  /** Revision of an answer that named none, or of a request that got no answer. */
  String NOBODY = "none";

  /** Who answered. */
  String revision();

  /** A prediction. */
  record Served(String revision, String token, int digit, double confidence) implements Reply {}

  /** The model's own documented rejection by a guard. */
  record Rejected(String revision, String guard) implements Reply {}

  /** Anything else: the user got nothing. */
  record Failed(String revision, String kind, String detail) implements Reply {}
}
