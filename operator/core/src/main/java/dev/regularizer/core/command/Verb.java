package dev.regularizer.core.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a command asks for. */
public enum Verb {
  /** Gives the approval that the trial asks for at the token's step. */
  APPROVE,
  /** Makes the candidate stable although its plan is not finished. */
  PROMOTE,
  /** Ends the token's step before its time is over. */
  SKIP,
  /** Nothing rises and nothing is promoted until `resume`. */
  HOLD,
  /** Ends a `hold`. */
  RESUME,
  /** Ends the trial, or the bake: traffic goes back to the revision that served before. */
  ABORT,
  /** Tries a revision again whose last attempt ended badly. */
  RETRY;

  /** The word in the annotation. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The verb spelt so; empty for any other word. */
  public static Optional<Verb> find(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** Every word there is, for messages. */
  static String words() {
    return Arrays.stream(values()).map(Verb::word).collect(Collectors.joining(", "));
  }
}
