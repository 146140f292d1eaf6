package dev.regularizer.controller.command;

/** Input of a command that cannot be used: where, what was found, what is allowed, what to do. */
final class BadInputException extends Exception {
  private static final long serialVersionUID = 1;

  BadInputException(String message) {
    super(message);
  }
}
