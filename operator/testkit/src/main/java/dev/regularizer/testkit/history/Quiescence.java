package dev.regularizer.testkit.history;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** S14: nothing is written about a settled model while nothing happens to it. */
final class Quiescence implements Invariant {
  private static final Set<String> ASIDE = Set.of("events", "leases");

  private final Duration quiet;

  /** Model by model, when it settled or when something happened to it last. */
  private final Map<ObjectKey, Instant> since = new HashMap<>();

  Quiescence(Tolerances tolerances) {
    this.quiet = tolerances.quiet();
  }

  @Override
  public void see(Change change, World before, Findings findings) {
    if (ASIDE.contains(change.key().resource())) {
      return;
    }
    var model = before.modelOf(change.key(), change.known()).orElse(null);
    if (model == null || !change.byOperator() || !model.settled()) {
      before
          .modelOf(change.key(), change.known())
          .or(change::modelNow)
          .ifPresent(one -> since.put(one.key(), change.write().at()));
      return;
    }
    var from = since.get(model.key());
    var end = from == null ? null : from.plus(quiet).plus(model.drain());
    if (end != null && change.write().at().isAfter(end)) {
      findings.add(
          "S14",
          change.write(),
          "written although the model is settled and nothing happened to it since " + from);
      since.put(model.key(), change.write().at());
    }
  }
}
