package dev.regularizer.core.problem;

/**
 * One thing a user has to change.
 *
 * @param where path of the field, for example {@code spec.revision.regularizers[2].rate}
 * @param found what stands there
 * @param allowed what may stand there
 * @param remedy what to do
 */
public record Problem(String where, String found, String allowed, String remedy) {
  private static final int QUOTED_LENGTH = 64;

  /** The problem as one sentence. */
  public String message() {
    return where + ": found " + found + "; allowed: " + allowed + "; " + remedy;
  }

  /** Quotes text of a user, shortened so that a message stays a message. */
  public static String quote(String text) {
    return text.length() <= QUOTED_LENGTH
        ? '"' + text + '"'
        : '"' + text.substring(0, QUOTED_LENGTH) + "…\" (" + text.length() + " characters)";
  }
}
