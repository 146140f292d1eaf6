package dev.regularizer.samples.modelserver.model;

/** A file the server cannot start with; the message says where, what was found and what to do. */
public final class InvalidFileException extends RuntimeException {
  /** Describes the problem in one sentence for the person who deployed the model. */
  public InvalidFileException(String where, String found, String remedy) {
    super(where + ": found " + found + "; " + remedy);
  }
}
