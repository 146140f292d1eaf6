package dev.regularizer.testkit.history;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * S3 and S4: traffic goes where enough pods are ready, pods go away only after their traffic did,
 * and stable keeps its capacity while a trial or a bake runs.
 */
final class Endpoints implements Invariant {
  private static final Duration DEFAULT_DRAIN = Duration.ofSeconds(30);

  private final Readiness readiness;
  private final Duration clocks;

  /** Since when a revision has had no traffic. */
  private final Map<ObjectKey, Instant> off = new HashMap<>();

  Endpoints(Readiness readiness, Tolerances tolerances) {
    this.readiness = readiness;
    this.clocks = tolerances.clocks();
  }

  @Override
  public void see(Change change, World before, Findings findings) {
    if (change.of(Route.RESOURCE)) {
      var now = new Route(change.now());
      change
          .routeWas()
          .weights()
          .forEach((revision, weight) -> {
            if (weight > 0 && now.weight(revision) == 0) {
              off.put(change.key().sibling(World.DEPLOYMENTS, revision), change.write().at());
            }
          });
    }
    var model = before.modelOf(change.key(), change.known()).orElse(null);
    if (model == null || model.deleting()) {
      return;
    }
    change.routed().ifPresent(route -> rising(change, before, model, route, findings));
    if (change.shrinks()) {
      shrinking(change, before, model, findings);
    }
    if (change.applies(World.DEPLOYMENTS) && change.write().deletes()) {
      drained(change, before, model, findings);
    }
  }

  private void rising(Change change, World before, Model model, Route route, Findings findings) {
    route
        .weights()
        .forEach((revision, weight) -> {
          if (weight <= change.routeWas().weight(revision)
              || !readiness.knows(change.key(), revision)) {
            return;
          }
          var ready = readiness.most(change.key(), revision, change.write().at());
          if (ready == 0
              && (!revision.equals(model.stable()) || othersServe(change, before, model))) {
            findings.add(
                "S3", change.write(), revision + " gets " + weight + " % without a ready pod");
          }
          var needed = Math.max(1, Math.ceilDiv(weight * model.replicas(), 100L));
          if (revision.equals(model.candidate())
              && ready < needed
              && serves(change, model.stable())) {
            findings.add(
                "S4",
                change.write(),
                "%s gets %d %% with %d ready pods, needed %d"
                    .formatted(revision, weight, ready, needed));
          }
        });
  }

  private boolean serves(Change change, String revision) {
    return readiness.fewest(change.key(), revision, change.write().at()) > 0;
  }

  /** Whether a revision that did not end badly had pods when its traffic went to a dead stable. */
  private boolean othersServe(Change change, World before, Model model) {
    return change.routeWas().weights().keySet().stream()
        .filter(name -> !name.equals(model.stable()) && serves(change, name))
        .flatMap(name -> before.revision(model, name).stream())
        .flatMap(revision -> revision.attempt().stream())
        .anyMatch(attempt -> !attempt.ended() || attempt.madeStable());
  }

  private void shrinking(Change change, World before, Model model, Findings findings) {
    var name = change.key().name();
    var wanted = change.now().number("spec", "replicas");
    if (wanted == 0) {
      drained(change, before, model, findings);
    }
    var trial = before.revision(model, model.candidate()).flatMap(Revision::attempt);
    if (name.equals(model.stable()) && !model.candidate().isEmpty()) {
      var floor = Math.max(model.replicas(), trial.map(Attempt::stableReplicas).orElse(0L));
      findings.unless(
          wanted >= floor,
          "S4",
          change,
          "stable shrinks to %d during a trial, at least %d".formatted(wanted, floor));
    }
  }

  private void drained(Change change, World before, Model model, Findings findings) {
    var name = change.key().name();
    if (change.was().number("spec", "replicas") == 0) {
      return;
    }
    var weight = before.route(model).map(route -> route.weight(name)).orElse(0L);
    findings.unless(
        weight == 0, "S3", change, name + " loses its pods with " + weight + " % of the traffic");
    var since = off.get(change.key());
    var drain =
        Optional.of(model.drain()).filter(Duration::isPositive).orElse(DEFAULT_DRAIN).minus(clocks);
    findings.unless(
        since == null || !change.write().at().isBefore(since.plus(drain)),
        "S3",
        change,
        name + " loses its pods before the drain is over; its traffic ended at " + since);
  }
}
