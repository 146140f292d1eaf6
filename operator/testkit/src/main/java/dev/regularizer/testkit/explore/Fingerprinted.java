package dev.regularizer.testkit.explore;

/** Part of a state, seen from a moment. */
interface Fingerprinted {
  /**
   * Equal for parts that differ in nothing that matters from now on.
   *
   * @param tick now; instants count by their distance from it
   */
  long fingerprint(int tick);
}
