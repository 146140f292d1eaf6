package dev.regularizer.e2e.faults.cell;

import dev.regularizer.e2e.faults.plan.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a cell went.
 *
 * @param left faults whose moment did not come
 * @param end what was there at the end
 * @param problems empty when there is nothing to complain about
 * @param writes of the operator, by coordinate, in their order
 * @param events of the operator's watches, by resource
 * @param history committed writes of anybody that were checked
 */
record Outcome(
    Cell cell,
    List<Fault> left,
    String end,
    List<String> problems,
    Duration took,
    List<String> writes,
    Map<String, Integer> events,
    int history) {
  Outcome {
    left = List.copyOf(left);
    problems = List.copyOf(problems);
    writes = List.copyOf(writes);
    events = Map.copyOf(events);
  }

  boolean failed() {
    return !problems.isEmpty();
  }

  /** A cell whose fault never happened shows nothing. */
  boolean missed() {
    return !failed() && !left.isEmpty();
  }

  Outcome with(String problem) {
    var all = new ArrayList<>(problems);
    all.add(problem);
    return new Outcome(cell, left, end, all, took, writes, events, history);
  }
}
