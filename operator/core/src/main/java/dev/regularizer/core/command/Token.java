package dev.regularizer.core.command;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a command is bound to, `<hash>.<attempt>.<step>`.
 *
 * @param hash of the revision: the last part of its name
 * @param attempt from 1
 * @param step 0 before the first
 */
public record Token(String hash, int attempt, int step) {
  private static final Pattern FORM =
      Pattern.compile("([bcdfghjklmnpqrstvwxz2456789]{10})[.]([1-9][0-9]{0,8})[.](0|[1-9][0-9]?)");

  /** Reads {@link #text()}; empty for anything else. */
  public static Optional<Token> find(String text) {
    var found = FORM.matcher(text);
    return found.matches()
        ? Optional.of(
            new Token(
                found.group(1), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3))))
        : Optional.empty();
  }

  /** The token in status and in the annotation. */
  public String text() {
    return hash + "." + attempt + "." + step;
  }
}
