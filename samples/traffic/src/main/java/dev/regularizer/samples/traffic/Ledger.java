package dev.regularizer.samples.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Everything that was counted; each report of it is of one instant. */
final class Ledger {
  private static final int EXAMPLES = 20;

  private final Tally total = new Tally();
  private final Map<String, Tally> revisions = new TreeMap<>();
  private final Map<String, Long> failures = new TreeMap<>();
  private final List<String> examples = new ArrayList<>();
  private long inFlight;
  private long accepted;
  private long otherRevision;
  private long failedFeedback;
  private long unsent;

  /** A request is due. */
  synchronized void due() {
    inFlight++;
  }

  /** A request was answered or has failed. */
  synchronized void replied(Reply reply, int label, long micros, double elapsedSeconds) {
    inFlight--;
    total.add(reply, label, micros);
    revisions.computeIfAbsent(reply.revision(), _ -> new Tally()).add(reply, label, micros);
    if (reply instanceof Reply.Failed failed) {
      failures.merge(failed.kind(), 1L, Long::sum);
      if (examples.size() < EXAMPLES) {
        examples.add(
            String.format(
                Locale.ROOT,
                "%.1fs %s %s: %s",
                elapsedSeconds,
                failed.revision(),
                failed.kind(),
                failed.detail()));
      }
    }
  }

  /** A label waits to be sent. */
  synchronized void labelWaits() {
    unsent++;
  }

  /** A label was sent and answered with a status; 0 stands for no answer. */
  synchronized void labelSent(int status) {
    unsent--;
    if (status / 100 == 2) {
      accepted++;
    } else if (status == 409) {
      otherRevision++;
    } else {
      failedFeedback++;
    }
  }

  /** The state of things. */
  synchronized Report report(boolean running, double elapsedSeconds) {
    var figures = new TreeMap<String, Report.Figures>();
    revisions.forEach((revision, tally) -> figures.put(revision, tally.figures()));
    return new Report(
        running,
        elapsedSeconds,
        inFlight,
        total.figures(),
        new TreeMap<>(failures),
        List.copyOf(examples),
        new Report.Feedback(accepted, otherRevision, failedFeedback, unsent),
        figures);
  }
}
