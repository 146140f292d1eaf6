package dev.regularizer.e2e;

/** Names of what all tests of a run share; who stops or kills one takes its lock for writing. */
final class Shared {
  static final String PROMETHEUS = "prometheus";
  static final String OPERATOR = "operator";

  private Shared() {}
}
