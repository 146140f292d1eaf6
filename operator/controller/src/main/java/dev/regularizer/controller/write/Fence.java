package dev.regularizer.controller.write;

/** What must still be true before something dangerous is written. */
interface Fence {
  /** Nothing in particular. */
  Fence NONE = () -> {};

  /** Reads what matters, if it was not read in this pass yet. */
  void check() throws StaleReadException;
}
