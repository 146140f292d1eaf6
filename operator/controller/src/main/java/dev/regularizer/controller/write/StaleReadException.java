package dev.regularizer.controller.write;

/**
 * The cluster is not what the pass had read. The decision is thrown away; the next pass reads
 * again.
 */
public final class StaleReadException extends Exception {
  private static final long serialVersionUID = 1L;

  public StaleReadException(String what) {
    super(what);
  }
}
