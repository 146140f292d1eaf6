package dev.regularizer.e2e.faults.plan;

import dev.regularizer.e2e.faults.proxy.Handling;
import dev.regularizer.e2e.faults.world.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One fault of a cell, as text: `WHAT@N`. N counts the operator's writes, for faults of a watch the
 * events of its resource, from 1, since the faults were armed.
 *
 * @param what a name, with its arguments after dashes
 * @param at N
 */
public record Fault(String what, int at) {
  /** What can be asked for; MILLIS is how long it lasts. */
  public static final String FORMS =
      """
      kill-before|stored|answered   the operator dies before, within or after its write N
      cut-before|after              the connection ends before or after write N was stored
      refuse-STATUS[-TIMES]         write N, and TIMES in all, are refused
      twice, delay-MILLIS           write N is sent twice, or late
      storm-STATUS-MILLIS           every request is refused from write N on
      freeze-RESOURCE-MILLIS        a watch stands still from its event N on
      drop|gone|close-RESOURCE      event N is lost; is a 410; ends the connection
      past-RESOURCE-MILLIS          killed at write N; then lists are of the past, and the watch stands still
      answer-HOW-MILLIS             how Prometheus answers from write N on
      twin                          a second operator acts as well, from write N on
      edit-WHAT                     somebody edits or deletes what is the operator's, after write N
      clock-ahead|behind-MILLIS     the operator's clock is wrong by that for 10 s from write N on
      """;

  /** How long a clock is wrong. */
  static final Duration CLOCK_WRONG = Duration.ofSeconds(10);

  /** Time until a restarted operator has filled its caches, or a client has tried again. */
  private static final Duration RECOVERY = Duration.ofSeconds(5);

  private static final Pattern FORM = Pattern.compile("([a-z0-9-]+)@([1-9][0-9]*)");
  private static final Set<String> OF_WATCH = Set.of("freeze", "drop", "gone", "close");

  /** Reads a fault. */
  public static Fault parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "found fault '%s'; allowed: WHAT@N with N from 1, and for WHAT%n%s"
              .formatted(text, FORMS));
    }
    return new Fault(form.group(1), Integer.parseInt(form.group(2)));
  }

  String kind() {
    return words().getFirst();
  }

  /** Whether it concerns what a watch brings. */
  boolean isOfWatch() {
    return OF_WATCH.contains(kind());
  }

  /** The resource whose watch it concerns. */
  String resource() {
    return words().get(1);
  }

  /** How long it lasts, or how late something is. */
  Duration time() {
    return Duration.ofMillis(Long.parseLong(words().getLast()));
  }

  /** How long it may keep the operator from what it has to do. */
  public Duration outage() {
    return switch (kind()) {
      case "storm", "freeze", "past", "delay" -> time().plus(RECOVERY);
      case "clock" -> time().compareTo(CLOCK_WRONG) > 0 ? time() : CLOCK_WRONG;
      default -> RECOVERY;
    };
  }

  /** What Prometheus says. */
  Answer answer() {
    return Answer.valueOf(words().get(1).toUpperCase(Locale.ROOT));
  }

  /** What somebody does by hand; empty for a second operator. */
  public String edit() {
    return kind().equals("edit") ? what.substring("edit-".length()) : "";
  }

  /** How far a clock is ahead. */
  Duration ahead() {
    return words().get(1).equals("behind") ? time().negated() : time();
  }

  /** What it does with a request. */
  Handling handling() {
    var words = words();
    return switch (words.getFirst()) {
      case "kill" -> new Handling.Kill(point(words.get(1)));
      case "past" -> new Handling.Kill(Handling.Point.STORED);
      case "cut" ->
          words.get(1).equals("before") ? new Handling.CutBefore() : new Handling.CutAfter();
      case "delay" -> new Handling.Delay(time());
      case "twice" -> new Handling.Twice();
      case "refuse", "storm" -> new Handling.Refuse(Integer.parseInt(words.get(1)));
      default ->
          throw new IllegalArgumentException(
              "found fault '%s'; allowed:%n%s".formatted(what, FORMS));
    };
  }

  /** For how many writes in a row. */
  int times() {
    var words = words();
    return kind().equals("refuse") && words.size() > 2 ? Integer.parseInt(words.get(2)) : 1;
  }

  private static Handling.Point point(String word) {
    return switch (word) {
      case "before" -> Handling.Point.BEFORE;
      case "stored" -> Handling.Point.STORED;
      case "answered" -> Handling.Point.ANSWERED;
      default ->
          throw new IllegalArgumentException(
              "found kill-%s; allowed: kill-before, kill-stored, kill-answered".formatted(word));
    };
  }

  private List<String> words() {
    return List.of(what.split("-", -1));
  }

  @Override
  public String toString() {
    return what + "@" + at;
  }
}
