package dev.regularizer.core.command;

/** How a command was answered. */
public enum CommandResult {
  /** Latched; it is carried out in the passes that follow. */
  ACCEPTED,
  /** Carried out. */
  DONE,
  /** Understood and not carried out; the message says why. */
  REFUSED,
  /** Its token names another revision, attempt or step than the one it could be done to. */
  STALE_TOKEN,
  /** No command. */
  INVALID
}
