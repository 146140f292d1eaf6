package dev.regularizer.e2e.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The table at the end of the demo. */
final class ResultTable {
  private static final List<String> HEAD =
      List.of(
          "ROLLOUT",
          "OUTCOME",
          "REASON",
          "REQUESTS TO VERDICT",
          "ESTIMATE [BOUNDS]",
          "INDEPENDENTLY",
          "FAILED REQUESTS");

  private ResultTable() {}

  static String of(List<RolloutReport> reports) {
    var rows = new ArrayList<List<String>>();
    rows.add(HEAD);
    reports.forEach(report -> rows.add(row(report)));
    var text = new StringBuilder();
    for (var row : rows) {
      var line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        int wide = column;
        int width = rows.stream().mapToInt(each -> each.get(wide).length()).max().orElse(0);
        line.append(row.get(column)).append(" ".repeat(width - row.get(column).length() + 2));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static List<String> row(RolloutReport report) {
    var figures = report.sli();
    double known =
        figures.name().equals("rejections") ? report.rejectionRate() : report.offlineEce();
    return List.of(
        report.rollout(),
        report.outcome(),
        report.failingSli().map(sli -> report.reason() + " " + sli).orElse(report.reason()),
        "%,d".formatted(report.requestsToVerdict()),
        "%s %s [%s, %s]"
            .formatted(
                figures.name(),
                number(figures.estimate()),
                number(figures.lower()),
                number(figures.upper())),
        "%.3f".formatted(known),
        "%d of %,d".formatted(report.failedRequests(), report.requests()));
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? "%.3f".formatted(value.getAsDouble()) : "-";
  }
}
