package dev.regularizer.testkit.explore;

import dev.regularizer.core.effect.Request;
import dev.regularizer.core.rollout.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pass that is being carried out.
 *
 * @param seen what the pass read, with what it has written itself since
 * @param rest what is left to be written, the next one first
 * @param used quality of the samples the decision used; null when it used none
 * @param modelChecked whether a quorum read of the model was made
 * @param routeChecked whether one of the route was made
 */
record Busy(
    Decision decision,
    Cluster seen,
    List<Write> rest,
    @Nullable Quality used,
    boolean modelChecked,
    boolean routeChecked) {
  Busy {
    rest = List.copyOf(rest);
  }

  Write next() {
    return rest.getFirst();
  }

  List<Request> requests() {
    return decision.requests();
  }

  Busy wrote(Cluster next) {
    return new Busy(decision, next, rest.subList(1, rest.size()), used, modelChecked, routeChecked);
  }

  Busy checked(boolean route) {
    return new Busy(decision, seen, rest, used, true, routeChecked || route);
  }

  /**
   * Whether the object was written by nobody else since, per object the pass may write.
   *
   * @param now what the API server holds
   */
  Mix onto(Mix mix, Cluster now, int tick) {
    var next =
        mix.with(rest.size())
            .with(modelChecked)
            .with(routeChecked)
            .with(used)
            .with(seen.model().version() == now.model().version())
            .with(version(seen.route()) == version(now.route()));
    for (int i = 0; i < Wish.REVISIONS; i++) {
      var before = seen.revisions().get(i);
      var after = now.revisions().get(i);
      next =
          next.with(
              (before == null ? 0 : before.version()) == (after == null ? 0 : after.version()));
    }
    for (var write : rest) {
      next = next.with(fingerprint(write, tick));
    }
    return next;
  }

  private long fingerprint(Write write, int tick) {
    return switch (write) {
      case Write.OfRevision(var revision, var state) -> {
        var stored = seen.revisions().get(revision);
        yield stored == null ? 3 : stored.withState(0, state).fingerprint(tick);
      }
      case Write.OfStatus(var status) -> seen.model().withStatus(0, status).fingerprint(tick);
      case Write.OfOutcome outcome -> outcome.hashCode();
      case Write.OfEffect(var effect) -> effect.hashCode();
      case Write.OfPruned pruned -> pruned.hashCode();
    };
  }

  private static long version(@Nullable StoredRoute route) {
    return route == null ? 0 : route.version();
  }
}
