package dev.regularizer.testkit.history;

import java.util.HashMap;
import java.util.Map;

/**
 * S8: after RolledBack, Aborted or NotReady a revision gets no traffic and no attempt until a retry
 * is commanded; kept from history, so a lost status forgets nothing.
 */
final class StaysBack implements Invariant {
  private static final String ID = "S8";

  /** Number of the attempt that ended so. */
  private final Map<ObjectKey, Long> back = new HashMap<>();

  @Override
  public void see(Change change, World before, Findings findings) {
    if (change.of(Revision.RESOURCE)) {
      revision(change, before, findings);
    }
    var model = before.modelOf(change.key(), change.known()).orElse(null);
    if (model == null) {
      return;
    }
    change
        .routed()
        .ifPresent(route ->
            route
                .weights()
                .forEach((name, weight) ->
                    findings.unless(
                        weight == 0
                            || !back.containsKey(change.key().sibling(Revision.RESOURCE, name)),
                        ID,
                        change,
                        name + " gets " + weight + " % although its attempt ended badly")));
    if (change.byOperator() && change.write().status()) {
      change.modelNow().ifPresent(now -> pointed(change, before, now, findings));
    }
  }

  private void revision(Change change, World before, Findings findings) {
    var now = change.revisionNow().orElse(null);
    if (now == null) {
      back.remove(change.key());
      return;
    }
    var ended = back.get(change.key());
    if (ended != null && change.byOperator() && now.attemptNumber() > ended) {
      var model = before.model(change.key().sibling(Model.RESOURCE, now.model()));
      findings.unless(
          model.isPresent() && model.get().commanded("retry", now),
          ID,
          change,
          "attempt %d begins although attempt %d ended badly and no retry was commanded"
              .formatted(now.attemptNumber(), ended));
      back.remove(change.key());
    } else if (change.byOperator() && now.sticks()) {
      back.put(change.key(), now.attemptNumber());
    }
  }

  private void pointed(Change change, World before, Model now, Findings findings) {
    var was = change.modelWas().map(Model::candidate).orElse("");
    var key = change.key().sibling(Revision.RESOURCE, now.candidate());
    if (now.candidate().isEmpty() || now.candidate().equals(was) || !back.containsKey(key)) {
      return;
    }
    findings.unless(
        before.revision(key).filter(one -> now.commanded("retry", one)).isPresent(),
        ID,
        change,
        now.candidate() + " is on trial again although its attempt ended badly");
  }
}
