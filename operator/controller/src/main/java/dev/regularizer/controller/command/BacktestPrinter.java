package dev.regularizer.controller.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.regularizer.core.backtest.Backtest;
import dev.regularizer.core.quantity.GoDuration;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/** A back-test as a table or as JSON. */
final class BacktestPrinter {
  private final PrintStream out;
  private final Duration window;

  BacktestPrinter(PrintStream out, Duration window) {
    this.out = out;
    this.window = window;
  }

  void table(Backtest.Report report) {
    out.printf(
        Locale.ROOT,
        "%d windows of %s of past traffic, %d more could not be counted%n%n",
        report.windows(),
        GoDuration.format(window),
        report.skipped());
    out.printf(
        Locale.ROOT,
        "%-28s %6s %12s %9s %13s %16s %16s%n",
        "candidate",
        "trials",
        "rolled back",
        "promoted",
        "inconclusive",
        "median lifetime",
        "median samples");
    row("healthy", report.healthy());
    for (var one : report.harmful()) {
      row(String.format(Locale.ROOT, "%s worse by %.2f %%", one.sli(), one.harm() * 100), one);
    }
    out.println();
    out.printf(Locale.ROOT, "%-28s %12s %16s%n", "gate, healthy candidate", "met", "median time");
    for (var one : report.gates()) {
      out.printf(
          Locale.ROOT,
          "%-28s %12s %16s%n",
          one.sli(),
          one.met() + " of " + one.runs(),
          one.met() == 0 ? "never" : time(one.medianWindows()));
    }
    report.gates().stream()
        .filter(one -> one.met() == 0)
        .forEach(one ->
            out.println(
                one.sli()
                    + " could never pass at this traffic: raise its limit, gate it NoFail or"
                    + " Advisory, or give the rollout more time"));
  }

  private void row(String name, Backtest.Ends ends) {
    out.printf(
        Locale.ROOT,
        "%-28s %6d %12d %9d %13d %16s %16s%n",
        name,
        ends.runs(),
        ends.rolledBack(),
        ends.promoted(),
        ends.inconclusive(),
        time(ends.medianWindows()),
        ends.medianSamples().isEmpty() || ends.sli().isEmpty()
            ? "-"
            : Long.toString(ends.medianSamples().getAsLong()));
  }

  private String time(OptionalLong windows) {
    return windows.isEmpty() ? "-" : GoDuration.format(window.multipliedBy(windows.getAsLong()));
  }

  void json(Backtest.Report report) {
    var json = new ObjectMapper().createObjectNode();
    json.put("windows", report.windows());
    json.put("skipped", report.skipped());
    json.put("window", GoDuration.format(window));
    ends(json.putObject("healthy"), report.healthy());
    var harmful = json.putArray("harmful");
    for (var one : report.harmful()) {
      var node = harmful.addObject();
      node.put("sli", one.sli());
      node.put("harm", one.harm());
      ends(node, one);
    }
    var gates = json.putArray("gates");
    for (var one : report.gates()) {
      var node = gates.addObject();
      node.put("sli", one.sli());
      node.put("trials", one.runs());
      node.put("met", one.met());
      put(node, "medianWindows", one.medianWindows());
    }
    out.println(json.toPrettyString());
  }

  private static void ends(ObjectNode node, Backtest.Ends ends) {
    node.put("trials", ends.runs());
    node.put("rolledBack", ends.rolledBack());
    node.put("promoted", ends.promoted());
    node.put("inconclusive", ends.inconclusive());
    put(node, "medianWindows", ends.medianWindows());
    if (!ends.sli().isEmpty()) {
      put(node, "medianSamples", ends.medianSamples());
    }
  }

  private static void put(ObjectNode node, String field, OptionalLong value) {
    value.ifPresent(it -> node.put(field, it));
  }
}
