package dev.regularizer.testkit.history;

/**
 * S15: every status write is conditional, and what it says about the spec was computed from the
 * generation it names; the answer to a command may leave what was said about an older one.
 */
final class StatusTruth implements Invariant {
  private static final String ID = "S15";

  @Override
  public void see(Change change, World before, Findings findings) {
    if (!change.byOperator() || !change.write().status()) {
      return;
    }
    findings.unless(
        change.write().before() > 0, ID, change, "a status is written without a resource version");
    var now = change.modelNow().orElse(null);
    if (now == null) {
      return;
    }
    var was = change.was().at("status");
    var asBefore =
        now.observedGeneration() == was.number("observedGeneration")
            && now.observedGeneration() < now.generation()
            && now.status().find("phase").equals(was.find("phase"))
            && now.status().find("conditions").equals(was.find("conditions"));
    findings.unless(
        now.observedGeneration() == now.generation() || asBefore,
        ID,
        change,
        "observedGeneration %d is written at generation %d"
            .formatted(now.observedGeneration(), now.generation()));
    for (var condition : now.status().list("conditions")) {
      findings.unless(
          condition.number("observedGeneration") <= now.observedGeneration(),
          ID,
          change,
          "condition %s says generation %d, the status %d"
              .formatted(
                  condition.text("type"),
                  condition.number("observedGeneration"),
                  now.observedGeneration()));
    }
  }
}
