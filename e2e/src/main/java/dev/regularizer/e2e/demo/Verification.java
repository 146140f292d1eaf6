package dev.regularizer.e2e.demo;

import java.util.ArrayList;
import java.util.List;

/** Compares how a rollout ended with how it had to end and with what is known independently. */
public final class Verification {
  private Verification() {}

  /** Everything that is not as it has to be; empty when all is. */
  public static List<String> problems(Scenario scenario, RolloutReport report) {
    var found = new ArrayList<String>();
    if (!report.outcome().equals(scenario.outcome())) {
      found.add("ended %s, expected %s".formatted(report.outcome(), scenario.outcome()));
    }
    if (!report.failingSli().equals(scenario.failingSli())) {
      found.add(
          "decided by the SLI %s, expected %s"
              .formatted(report.failingSli().orElse("-"), scenario.failingSli().orElse("-")));
    }
    if (!report.calibration().contains(report.offlineEce())) {
      found.add(outside("offline calibration error", report.offlineEce(), report.calibration()));
    }
    if (!report.rejections().contains(report.rejectionRate())) {
      found.add(
          outside("rejection rate of the generator", report.rejectionRate(), report.rejections()));
    }
    if (report.failedRequests() != 0) {
      found.add(
          "%d failed requests, expected 0: %s"
              .formatted(report.failedRequests(), report.failures()));
    }
    if (report.requests() == 0) {
      found.add("no request reached the model");
    }
    if (scenario.outage() && !report.held()) {
      found.add("it was never seen holding although Prometheus was stopped");
    }
    return found.stream().map(problem -> scenario.name() + ": " + problem).toList();
  }

  private static String outside(String what, double value, RolloutReport.Figures figures) {
    return "the %s of %.4f lies outside the bounds [%s, %s] of the SLI %s"
        .formatted(
            what,
            value,
            figures.lower().isPresent() ? figures.lower().getAsDouble() : "-",
            figures.upper().isPresent() ? figures.upper().getAsDouble() : "-",
            figures.name());
  }
}
