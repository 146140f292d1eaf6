package dev.regularizer.testkit.history;

/** One promise, checked write by write. */
interface Invariant {

  /** Looks at one write. */
  void see(Change change, World before, Findings findings);

  /** The history is over. */
  default void end(World world, Findings findings) {}
}
