package dev.regularizer.core.command;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The last command that was seen and its answer: the truth of `status.command`.
 *
 * @param value text of the annotation, as far as it could be a command: printable and not long
 * @param message for people
 * @param at when it was answered
 * @param withdrawn whether the annotation is gone since: the same text is a new command then
 */
public record CommandRecord(
    String value, CommandResult result, String message, Instant at, boolean withdrawn) {
  /** Characters of the text that are kept. A command has far fewer. */
  public static final int LONGEST_VALUE = 120;

  private static final Pattern UNPRINTABLE = Pattern.compile("[^ -~]");

  public CommandRecord {
    value = kept(value);
  }

  /** An answer given now. */
  public static CommandRecord of(String value, CommandResult result, String message, Instant now) {
    return new CommandRecord(value, result, message, now, false);
  }

  /** Whether this is the answer to the text that is seen now. */
  public boolean answers(String seen) {
    return !withdrawn && value.equals(kept(seen));
  }

  /** The same with the annotation gone. */
  public CommandRecord gone() {
    return new CommandRecord(value, result, message, at, true);
  }

  /** The same command with another answer. */
  public CommandRecord answered(CommandResult next, String why, Instant now) {
    return new CommandRecord(value, next, why, now, withdrawn);
  }

  private static String kept(String text) {
    return printable(text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE));
  }

  /** Text of a user without anything that could act on a terminal, a log or a metric. */
  static String printable(String text) {
    return UNPRINTABLE.matcher(text).replaceAll("?");
  }
}
