package dev.regularizer.testkit.explore;

/**
 * What the operator cannot change.
 *
 * @param troubles a bit for each {@link Trouble}
 * @param quality of what Prometheus answers from now on
 */
record Surroundings(int troubles, Quality quality) {
  static final Surroundings CALM = new Surroundings(0, Quality.GOOD);

  boolean has(Trouble trouble) {
    return (troubles & trouble.bit()) != 0;
  }

  Surroundings toggled(Trouble trouble) {
    return new Surroundings(troubles ^ trouble.bit(), quality);
  }

  Surroundings answering(Quality next) {
    return new Surroundings(troubles, next);
  }
}
