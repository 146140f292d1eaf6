package dev.regularizer.testkit.history;

import java.util.Map;

/** S2: weights are written out, 0 to 100, sum to 100, and only revisions that are live have one. */
final class WholeSplit implements Invariant {
  private static final String ID = "S2";
  private static final long ALL = 100;

  @Override
  public void see(Change change, World before, Findings findings) {
    var route = change.routed().orElse(null);
    if (route == null) {
      return;
    }
    var weights = route.weights();
    findings.unless(
        weights.values().stream().mapToLong(Long::longValue).sum() == ALL,
        ID,
        change,
        "weights " + weights + " do not sum to 100");
    findings.unless(
        weights.values().stream().allMatch(weight -> weight >= 0 && weight <= ALL),
        ID,
        change,
        "weights " + weights + " are not all within 0 to 100");
    findings.unless(
        new Route(new Tree(change.write().request())).explicit(),
        ID,
        change,
        "a backend is written without its weight");
    before
        .modelOf(change.key(), change.now())
        .filter(model -> !model.status().json().isEmpty())
        .ifPresent(model -> live(change, model, weights, findings));
  }

  private static void live(
      Change change, Model model, Map<String, Long> weights, Findings findings) {
    findings.unless(
        model.live().containsAll(weights.keySet()),
        ID,
        change,
        "weights %s, but the status points at %s only".formatted(weights, model.live()));
    change
        .routeWas()
        .weights()
        .forEach((name, weight) ->
            findings.unless(
                weight == 0 || weights.containsKey(name) || !model.live().contains(name),
                ID,
                change,
                name + " loses its traffic by being left out, not by a written zero"));
  }
}
