package dev.regularizer.e2e.bench;

import java.util.List;
import java.util.Locale;

/**
 * A figure with the most it may be.
 *
 * @param values one a round
 * @param allowed the worst value that is still good
 */
record Goal(String what, String unit, List<Double> values, double allowed) {
  Goal {
    values = values.stream().sorted().toList();
  }

  double median() {
    int middle = values.size() / 2;
    return values.size() % 2 == 1
        ? values.get(middle)
        : (values.get(middle - 1) + values.get(middle)) / 2;
  }

  double worst() {
    return values.getLast();
  }

  boolean met() {
    return worst() <= allowed;
  }

  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s |%n",
        what,
        text(median()),
        text(worst()),
        text(allowed),
        met() ? "yes" : "no");
  }

  private String text(double value) {
    var number =
        value == Math.rint(value)
            ? Long.toString(Math.round(value))
            : String.format(Locale.ROOT, "%.2f", value);
    return unit.isEmpty() ? number : number + " " + unit;
  }
}
