package dev.regularizer.e2e.faults.cell;

import java.io.PrintStream;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What came of all cells. */
record Summary(Order order, List<Outcome> learned, List<Outcome> outcomes) {
  private static final class Row {
    private int passed;
    private int failed;
    private int missed;
  }

  /** Prints a table by kind of fault; whether every cell passed. */
  boolean print(PrintStream out) {
    var rows = new TreeMap<String, Row>();
    for (var outcome : outcomes) {
      var row = rows.computeIfAbsent(kind(outcome.cell()), _ -> new Row());
      if (outcome.failed()) {
        row.failed++;
      } else if (outcome.missed()) {
        row.missed++;
      } else {
        row.passed++;
      }
    }
    out.printf("%n%-28s %7s %7s %7s%n", "fault", "passed", "failed", "missed");
    rows.forEach(
        (kind, row) -> out.printf("%-28s %7d %7d %7d%n", kind, row.passed, row.failed, row.missed));
    int failed = rows.values().stream().mapToInt(row -> row.failed).sum();
    int missed = rows.values().stream().mapToInt(row -> row.missed).sum();
    out.printf("missed: the fault's moment did not come in that run; nothing is shown by it%n");
    outcomes.stream()
        .filter(Outcome::failed)
        .forEach(outcome -> out.println("again: e2e/faults " + outcome.cell()));
    int history =
        Stream.concat(learned.stream(), outcomes.stream()).mapToInt(Outcome::history).sum();
    out.printf(
        "%d scenarios without faults, %d cells, %d missed, %d committed writes checked, seed %d%n",
        learned.size(), outcomes.size(), missed, history, order.seed());
    out.printf(
        "%d passed, %d failed, 0 skipped%n",
        learned.size() + outcomes.size() - failed - missed, failed);
    return failed == 0;
  }

  /** The first fault without its numbers. */
  private static String kind(Cell cell) {
    var what = cell.faults().getFirst().what().replaceAll("-[0-9]+$", "");
    return cell.faults().size() > 1 ? what + " twice" : what;
  }
}
