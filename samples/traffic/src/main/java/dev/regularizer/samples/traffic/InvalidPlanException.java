package dev.regularizer.samples.traffic;

/** Flags or files that no traffic can be made from. */
public final class InvalidPlanException extends RuntimeException {
  /** Says where, what was found, and what to do. */
  public InvalidPlanException(String where, String found, String remedy) {
    super(where + ": found " + found + "; " + remedy);
  }
}
