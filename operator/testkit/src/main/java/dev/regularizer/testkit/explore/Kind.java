package dev.regularizer.testkit.explore;

/** Kinds of objects; each has a cache of its own. */
enum Kind {
  MODEL(1),
  REVISIONS(2),
  DEPLOYMENTS(4),
  ROUTE(8),
  SERVICE(16);

  private final int bit;

  Kind(int bit) {
    this.bit = bit;
  }

  int bit() {
    return bit;
  }
}
