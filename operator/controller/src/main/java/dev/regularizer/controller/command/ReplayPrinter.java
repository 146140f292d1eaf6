package dev.regularizer.controller.command;

import dev.regularizer.core.replay.ReplayReport;
import dev.regularizer.core.replay.ReplayedLook;
import dev.regularizer.core.rollout.SliViews;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** What a replay found, for people. */
final class ReplayPrinter {
  private final PrintStream out;

  ReplayPrinter(PrintStream out) {
    this.out = out;
  }

  void print(
      RecordedAttempt recorded,
      ReplayReport report,
      List<JsonDifference> differences,
      boolean everyLook) {
    var attempt = report.recomputed();
    var against = attempt.against();
    out.println(
        "attempt "
            + attempt.number()
            + " of "
            + recorded.namespace()
            + "/"
            + recorded.name()
            + (against == null ? "" : ", against " + against)
            + ": "
            + report.looks().size()
            + " looks of the trial replayed");
    list("reproduced", report.reproduced());
    list("beyond reach, taken from the record", report.beyondReach());
    out.println("SLIs:");
    SliViews.recorded(attempt).forEach(sli -> out.println("  " + sli.message()));
    if (everyLook) {
      out.println("looks (fail / pass evidence, 1 decides):");
      report.looks().forEach(this::look);
    }
    verdict(report, differences);
  }

  private void verdict(ReplayReport report, List<JsonDifference> differences) {
    list("contradicted by the samples", report.contradictions());
    if (differences.isEmpty() && report.contradictions().isEmpty()) {
      out.println("same: counts, evidence and decisions come out bit for bit");
      return;
    }
    if (!report.covered()) {
      out.println(
          "the samples begin at "
              + (report.firstSample() == null ? "no time at all" : report.firstSample())
              + ", after counting began: looks before that are beyond reach, and so are all sums;"
              + " give samples recorded earlier");
    }
    out.println("differs in " + differences.size() + " fields, first:");
    differences.stream().limit(10).forEach(one -> out.println("  " + one));
  }

  private void look(ReplayedLook look) {
    var line = new StringBuilder("  ").append(look.end()).append(" step ").append(look.step());
    for (var one : look.results()) {
      line.append(
          String.format(
              Locale.ROOT,
              "  %s %.3f / %.3f %s",
              one.name(),
              one.evidenceFail(),
              one.evidencePass(),
              one.verdict()));
    }
    out.println(line.append(String.format(Locale.ROOT, "  all %.3f", look.verdict().evidence())));
  }

  private void list(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      out.println(title + ":");
      lines.forEach(line -> out.println("  " + line));
    }
  }
}
