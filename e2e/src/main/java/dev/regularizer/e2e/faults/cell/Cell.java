package dev.regularizer.e2e.faults.cell;

import dev.regularizer.e2e.faults.plan.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A scenario and what goes wrong in it, as text: `scenario/fault` or `scenario/fault,fault`.
 *
 * @param faults none in a run that shows how the scenario ends by itself
 */
record Cell(Scenario scenario, List<Fault> faults) {
  Cell {
    faults = List.copyOf(faults);
  }

  static Cell parse(String text) {
    var words = text.split("/", 2);
    var scenario =
        Arrays.stream(Scenario.values())
            .filter(it -> word(it).equals(words[0]))
            .findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "found scenario '%s'; allowed: %s"
                        .formatted(
                            words[0],
                            Arrays.stream(Scenario.values())
                                .map(Cell::word)
                                .collect(Collectors.joining(", ")))));
    var faults =
        words.length == 1
            ? List.<Fault>of()
            : Arrays.stream(words[1].split(",", -1)).map(Fault::parse).toList();
    return new Cell(scenario, faults);
  }

  static String word(Scenario scenario) {
    return scenario.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return faults.isEmpty()
        ? word(scenario)
        : word(scenario)
            + "/"
            + faults.stream().map(Fault::toString).collect(Collectors.joining(","));
  }
}
