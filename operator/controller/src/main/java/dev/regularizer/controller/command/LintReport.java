package dev.regularizer.controller.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regularizer.core.analysis.PhiSource;
import dev.regularizer.core.history.StableTraffic;
import dev.regularizer.core.lint.Finding;
import dev.regularizer.core.lint.Requirement;
import dev.regularizer.core.quantity.GoDuration;
import dev.regularizer.core.spec.TrialPolicy;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What a policy needs at the traffic that was measured.
 *
 * @param until end of the last window
 * @param policy with the overdispersion that was measured
 * @param requirements per SLI, in the order of the policy
 */
record LintReport(
    String stable,
    Instant until,
    TrialPolicy policy,
    StableTraffic traffic,
    Duration deadline,
    List<Requirement> requirements) {

  void print(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%s: %d windows of %s with samples until %s; deadline %s%n%n",
        stable,
        traffic.windows(),
        GoDuration.format(policy.window()),
        until,
        GoDuration.format(deadline));
    out.printf(
        Locale.ROOT,
        "%-24s %-9s %12s %8s %14s %14s  %s%n",
        "SLI",
        "gate",
        "per second",
        "phi",
        "needed",
        "expected",
        "within reach");
    for (int i = 0; i < requirements.size(); i++) {
      var one = requirements.get(i);
      var judged = policy.slis().get(i);
      out.printf(
          Locale.ROOT,
          "%-24s %-9s %12.2f %8s %14s %14d  %s%n",
          one.sli(),
          one.gate(),
          traffic.slis().get(i).samplesPerSecond(),
          judged.phiFrom() == PhiSource.History
              ? String.format(Locale.ROOT, "%.2f", judged.phi())
              : "-",
          one.needed().isPresent() ? Long.toString(one.needed().getAsLong()) : "never",
          one.expected(),
          one.withinReach() ? "yes" : "no");
    }
    requirements.stream()
        .filter(one -> !one.withinReach())
        .map(Requirement::finding)
        .map(Finding::message)
        .forEach(line -> out.printf("%n%s%n", line));
  }

  String json() {
    var json = new ObjectMapper().createObjectNode();
    json.put("stable", stable);
    json.put("windows", traffic.windows());
    json.put("window", GoDuration.format(policy.window()));
    json.put("until", until.toString());
    json.put("deadline", GoDuration.format(deadline));
    var slis = json.putArray("slis");
    for (int i = 0; i < requirements.size(); i++) {
      var one = requirements.get(i);
      var node = slis.addObject();
      node.put("sli", one.sli());
      node.put("gate", one.gate().name());
      node.put("unit", one.unit());
      node.put("samplesPerSecond", traffic.slis().get(i).samplesPerSecond());
      node.put("phi", policy.slis().get(i).phi());
      node.put("phiFrom", policy.slis().get(i).phiFrom().name());
      one.needed().ifPresent(needed -> node.put("needed", needed));
      node.put("expected", one.expected());
      node.put("withinReach", one.withinReach());
      if (!one.withinReach()) {
        node.put("message", one.finding().message());
      }
    }
    return json.toPrettyString();
  }
}
