package dev.regularizer.e2e.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows several rollouts at once: on a terminal one line each that is written over, elsewhere a log
 * with a line for every change.
 */
final class ProgressBoard {
  private final PrintStream out;
  private final boolean terminal;
  private final InstantSource clock;
  private final Instant started;
  private final Map<String, String> stages = new HashMap<>();
  private int drawn;

  ProgressBoard(PrintStream out, boolean terminal, InstantSource clock) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
    this.started = clock.instant();
  }

  /** Says something that is not about one rollout's progress. */
  synchronized void say(String text) {
    for (var line : text.split("\n", -1)) {
      out.println(stamped(line));
    }
    drawn = 0;
    out.flush();
  }

  /** Shows where the rollouts are now. */
  synchronized void show(List<Progress> all) {
    if (terminal) {
      redraw(all);
    } else {
      all.forEach(this::log);
    }
    out.flush();
  }

  private void redraw(List<Progress> all) {
    if (drawn > 0) {
      out.print("\u001b[" + drawn + "A");
    }
    for (var each : all) {
      out.print("\u001b[2K");
      out.println(stamped(each.line()));
    }
    drawn = all.size();
  }

  private void log(Progress progress) {
    if (!progress.stage().equals(stages.put(progress.name(), progress.stage()))) {
      out.println(stamped(progress.line()));
    }
  }

  private String stamped(String line) {
    var passed = Duration.between(started, clock.instant());
    return "%d:%02d  %s".formatted(passed.toMinutes(), passed.toSecondsPart(), line);
  }
}
