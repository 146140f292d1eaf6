package dev.regularizer.samples.labeler;

import dev.regularizer.samples.feedback.SeenNumbers;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Set;

/**
 * Which predictions were labelled, by the server process that made them. The memory is bounded: of
 * too many processes the one whose last label is longest ago is closed, and no label of it is taken
 * any more, so none is ever counted twice.
 */
final class Processes {
  private final int most;
  private final int window;
  private final LinkedHashMap<String, SeenNumbers> open = new LinkedHashMap<>(16, 0.75f, true);
  private final Set<String> closed = new HashSet<>();

  /**
   * Remembers nothing yet.
   *
   * @param most processes that labels are taken for at a time
   * @param window latest predictions of each, a multiple of 64
   */
  Processes(int most, int window) {
    this.most = most;
    this.window = window;
  }

  /** Takes a prediction of a process once. */
  SeenNumbers.Answer take(String process, long number) {
    if (closed.contains(process)) {
      return SeenNumbers.Answer.TOO_OLD;
    }
    var seen = open.computeIfAbsent(process, _ -> new SeenNumbers(window));
    if (open.size() > most) {
      closed.add(open.pollFirstEntry().getKey());
    }
    return seen.take(number);
  }
}
