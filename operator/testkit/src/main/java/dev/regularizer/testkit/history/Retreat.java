package dev.regularizer.testkit.history;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * L3: once it is recorded that an attempt failed, its traffic goes away within the time allowed.
 */
final class Retreat implements Invariant {
  private static final String ID = "L3";

  private final Readiness readiness;
  private final Duration limit;

  /** Revisions that still have traffic, with the write that says that they must not. */
  private final Map<ObjectKey, Change> pending = new HashMap<>();

  private Instant last = Instant.MIN;

  Retreat(Readiness readiness, Tolerances tolerances) {
    this.readiness = readiness;
    this.limit = tolerances.retreat();
  }

  @Override
  public void see(Change change, World before, Findings findings) {
    last = change.write().at();
    if (change.byOperator() && change.write().status()) {
      change.revisionNow().ifPresent(now -> judged(change, before, now));
    }
    if (change.of(Route.RESOURCE)) {
      var route = new Route(change.now());
      pending.keySet().stream()
          .filter(key -> key.namespace().equals(change.key().namespace()))
          .filter(key -> change.routeWas().weight(key.name()) > 0 && route.weight(key.name()) == 0)
          .toList()
          .forEach(key -> retreated(key, change.write().at(), findings));
    }
  }

  private void judged(Change change, World before, Revision now) {
    var attempt = now.attempt().orElse(null);
    var was = change.revisionWas().flatMap(Revision::attempt);
    if (attempt == null
        || !attempt.ended()
        || attempt.madeStable()
        || was.filter(one -> one.ended() && !one.madeStable()).isPresent()) {
      return;
    }
    var model = before.model(change.key().sibling(Model.RESOURCE, now.model())).orElse(null);
    if (model == null || before.route(model).filter(r -> r.weight(now.name()) > 0).isEmpty()) {
      return;
    }
    var returnsTo = model.stable().equals(now.name()) ? model.previous() : model.stable();
    if (!readiness.knows(change.key(), returnsTo)
        || readiness.fewest(change.key(), returnsTo, change.write().at()) > 0) {
      pending.put(change.key(), change);
    }
  }

  private void retreated(ObjectKey revision, Instant at, Findings findings) {
    var judged = pending.remove(revision);
    if (judged != null && at.isAfter(judged.write().at().plus(limit))) {
      findings.add(
          ID,
          judged.write(),
          "%s lost its traffic %s after this was recorded, at most %s"
              .formatted(revision.name(), Duration.between(judged.write().at(), at), limit));
    }
  }

  @Override
  public void end(World world, Findings findings) {
    pending.forEach((revision, judged) -> {
      var model =
          world
              .revision(revision)
              .flatMap(one -> world.model(revision.sibling(Model.RESOURCE, one.model())));
      if (model.isPresent() && last.isAfter(judged.write().at().plus(limit))) {
        findings.add(ID, judged.write(), revision.name() + " still has traffic at " + last);
      }
    });
  }
}
