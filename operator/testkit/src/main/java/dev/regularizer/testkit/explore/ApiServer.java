package dev.regularizer.testkit.explore;

import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.observe.Route;
import dev.regularizer.core.state.RevisionState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the API server makes of one request, under the conditions under which the controller's
 * writers make it.
 */
final class ApiServer {
  private ApiServer() {}

  /**
   * What came of a request.
   *
   * @param cluster as it is now
   * @param known what the operator knows it wrote; null when the pass is to be thrown away
   * @param kind of the object that was written; null when none was
   */
  record Answer(Cluster cluster, @Nullable Busy known, @Nullable Kind kind) {}

  /**
   * Makes the next request of a pass.
   *
   * @param cached what the caches hold at this moment
   */
  static Answer send(Cluster now, Cluster cached, Busy busy, int tick) {
    return switch (busy.next()) {
      case Write.OfRevision(var revision, var state) -> revision(now, busy, revision, state);
      case Write.OfOutcome(var revision, var outcome) -> {
        var stored = now.revisions().get(revision);
        yield stored != null && same(busy.seen().revisions().get(revision), stored)
            ? wrote(now.with(revision, stored.annotated(now.next(), outcome)), busy, Kind.REVISIONS)
            : stale(now);
      }
      case Write.OfStatus(var status) ->
          now.model().version() == busy.seen().model().version()
              ? wrote(now.with(now.model().withStatus(now.next(), status)), busy, Kind.MODEL)
              : stale(now);
      case Write.OfEffect(var effect) -> effect(now, cached, busy, effect, tick);
      case Write.OfPruned(var revision) -> pruned(now, cached, busy, revision);
    };
  }

  private static Answer revision(Cluster now, Busy busy, int revision, RevisionState state) {
    var stored = now.revisions().get(revision);
    return stored != null && same(busy.seen().revisions().get(revision), stored)
        ? wrote(now.with(revision, stored.withState(now.next(), state)), busy, Kind.REVISIONS)
        : stale(now);
  }

  private static Answer effect(Cluster now, Cluster cached, Busy busy, Effect effect, int tick) {
    if (!(effect instanceof Effect.CreateRevision || effect instanceof Effect.Prune)
        && !Pass.differs(cached, effect)) {
      return new Answer(now, busy.wrote(busy.seen()), null);
    }
    return switch (effect) {
      case Effect.CreateRevision create -> created(now, busy, create, tick);
      case Effect.ApplyWorkload(var name, var replicas) ->
          known(busy, name) ? workload(now, busy, Wish.index(name), replicas, tick) : stale(now);
      case Effect.ScaleDown(var name) ->
          known(busy, name) ? scaledDown(now, cached, busy, Wish.index(name), tick) : stale(now);
      case Effect.ApplyRoute(var weights, var raises) ->
          weights.keySet().stream().allMatch(name -> known(busy, name))
              ? routed(
                  now,
                  cached,
                  busy,
                  new StoredRoute(now.next(), weights, Route.Acceptance.PENDING),
                  raises)
              : stale(now);
      case Effect.ApplyStableService(var name) ->
          known(busy, name) ? served(now, cached, busy, name) : stale(now);
      case Effect.Prune(var name) -> prunedPods(now, cached, busy, Wish.index(name));
      case Effect.Emit _ -> new Answer(now, busy.wrote(busy.seen()), null);
    };
  }

  private static boolean known(Busy busy, String revision) {
    return busy.seen().revisions().get(Wish.index(revision)) != null;
  }

  /** An object of this name that is there already is our own, made before. */
  private static Answer created(Cluster now, Busy busy, Effect.CreateRevision create, int tick) {
    int index = Wish.index(create.name());
    if (now.revisions().get(index) != null) {
      return new Answer(now, busy.wrote(busy.seen()), null);
    }
    var record =
        new RevisionRecord(
            create.name(),
            create.hashVersion(),
            create.collision(),
            create.sha256(),
            Ticks.at(tick),
            Wish.version(index),
            List.of(),
            RevisionState.fresh(),
            null);
    return wrote(now.with(index, StoredRevision.of(now.next(), record)), busy, Kind.REVISIONS);
  }

  private static Answer workload(Cluster now, Busy busy, int revision, int replicas, int tick) {
    var there = now.deployments().get(revision);
    var next =
        there == null
            ? StoredDeployment.of(now.next(), Wish.name(revision), replicas, tick)
            : there.scaled(now.next(), replicas, tick);
    return wrote(now.with(revision, next), busy, Kind.DEPLOYMENTS);
  }

  private static Answer scaledDown(Cluster now, Cluster cached, Busy busy, int revision, int tick) {
    var there = now.deployments().get(revision);
    if (there == null
        || !modelAndRoute(now, busy)
        || !same(cached.deployments().get(revision), there)) {
      return stale(now);
    }
    return wrote(
        now.with(revision, there.scaled(now.next(), 0, tick)),
        busy.checked(true),
        Kind.DEPLOYMENTS);
  }

  private static Answer routed(
      Cluster now, Cluster cached, Busy busy, StoredRoute wish, boolean raises) {
    if ((raises && !modelAndRoute(now, busy)) || version(cached.route()) != version(now.route())) {
      return stale(now);
    }
    return wrote(now.with(wish), raises ? busy.checked(true) : busy, Kind.ROUTE);
  }

  private static Answer served(Cluster now, Cluster cached, Busy busy, String revision) {
    var there = now.service();
    var read = cached.service();
    if (!model(now, busy)
        || (there == null ? 0 : there.version()) != (read == null ? 0 : read.version())) {
      return stale(now);
    }
    return wrote(
        now.with(new StoredService(now.next(), revision)), busy.checked(false), Kind.SERVICE);
  }

  private static Answer prunedPods(Cluster now, Cluster cached, Busy busy, int revision) {
    var there = now.deployments().get(revision);
    var read = cached.deployments().get(revision);
    if (read == null) {
      return new Answer(now, busy.wrote(busy.seen()), null);
    }
    if (!modelAndRoute(now, busy) || (there != null && !same(read, there))) {
      return stale(now);
    }
    return wrote(now.with(revision, (StoredDeployment) null), busy.checked(true), Kind.DEPLOYMENTS);
  }

  private static Answer pruned(Cluster now, Cluster cached, Busy busy, int revision) {
    var there = now.revisions().get(revision);
    var read = cached.revisions().get(revision);
    if (read == null) {
      return new Answer(now, busy.wrote(busy.seen()), null);
    }
    if (!modelAndRoute(now, busy) || (there != null && !same(read, there))) {
      return stale(now);
    }
    return wrote(now.with(revision, (StoredRevision) null), busy.checked(true), Kind.REVISIONS);
  }

  /** The quorum read; made once in a pass. */
  private static boolean model(Cluster now, Busy busy) {
    return busy.modelChecked() || now.model().version() == busy.seen().model().version();
  }

  private static boolean modelAndRoute(Cluster now, Busy busy) {
    return model(now, busy)
        && (busy.routeChecked()
            || busy.seen().route() == null
            || version(busy.seen().route()) == version(now.route()));
  }

  private static Answer wrote(Cluster now, Busy busy, Kind kind) {
    return new Answer(
        now,
        busy.wrote(
            kind == Kind.ROUTE || kind == Kind.SERVICE || kind == Kind.DEPLOYMENTS
                ? busy.seen()
                : busy.seen().with(kind, now)),
        kind);
  }

  private static Answer stale(Cluster now) {
    return new Answer(now, null, null);
  }

  private static boolean same(@Nullable StoredRevision read, @Nullable StoredRevision there) {
    return read != null && there != null && read.version() == there.version();
  }

  private static boolean same(@Nullable StoredDeployment read, @Nullable StoredDeployment there) {
    return read != null && there != null && read.version() == there.version();
  }

  private static long version(@Nullable StoredRoute route) {
    return route == null ? 0 : route.version();
  }
}
