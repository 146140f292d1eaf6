package dev.regularizer.testkit.explore;

import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.observe.Route;
import dev.regularizer.core.observe.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Everything the API server stores about one model, or what a cache holds of it.
 *
 * @param newest the last resourceVersion given out
 */
record Cluster(
    long newest,
    StoredModel model,
    Slots<StoredRevision> revisions,
    Slots<StoredDeployment> deployments,
    @Nullable StoredRoute route,
    @Nullable StoredService service)
    implements Fingerprinted {

  static Cluster empty(Wish wish) {
    return new Cluster(
        1,
        StoredModel.of(1, wish, 1, false, null, null),
        Slots.empty(Wish.REVISIONS),
        Slots.empty(Wish.REVISIONS),
        null,
        null);
  }

  Cluster with(StoredModel next) {
    return new Cluster(newest(next.version()), next, revisions, deployments, route, service);
  }

  Cluster with(int revision, @Nullable StoredRevision next) {
    return new Cluster(
        newest(next == null ? newest + 1 : next.version()),
        model,
        revisions.with(revision, next),
        deployments,
        route,
        service);
  }

  Cluster with(int revision, @Nullable StoredDeployment next) {
    return new Cluster(
        newest(next == null ? newest + 1 : next.version()),
        model,
        revisions,
        deployments.with(revision, next),
        route,
        service);
  }

  Cluster with(StoredRoute next) {
    return new Cluster(newest(next.version()), model, revisions, deployments, next, service);
  }

  Cluster with(StoredService next) {
    return new Cluster(newest(next.version()), model, revisions, deployments, route, next);
  }

  /** The same, but one kind as it is somewhere else. */
  Cluster with(Kind kind, Cluster other) {
    return switch (kind) {
      case MODEL -> new Cluster(newest, other.model, revisions, deployments, route, service);
      case REVISIONS -> new Cluster(newest, model, other.revisions, deployments, route, service);
      case DEPLOYMENTS -> new Cluster(newest, model, revisions, other.deployments, route, service);
      case ROUTE -> new Cluster(newest, model, revisions, deployments, other.route, service);
      case SERVICE -> new Cluster(newest, model, revisions, deployments, route, other.service);
    };
  }

  long next() {
    return newest + 1;
  }

  /** Versions of everything of one kind; 0 where there is nothing. */
  long[] versions(Kind kind) {
    return switch (kind) {
      case MODEL -> new long[] {model.version()};
      case ROUTE -> new long[] {route == null ? 0 : route.version()};
      case SERVICE -> new long[] {service == null ? 0 : service.version()};
      case REVISIONS ->
          IntStream.range(0, revisions.size())
              .mapToObj(revisions::get)
              .mapToLong(one -> one == null ? 0 : one.version())
              .toArray();
      case DEPLOYMENTS ->
          IntStream.range(0, deployments.size())
              .mapToObj(deployments::get)
              .mapToLong(one -> one == null ? 0 : one.version())
              .toArray();
    };
  }

  private long newest(long version) {
    return Math.max(newest, version);
  }

  int weight(int revision) {
    return route == null ? 0 : route.weight(revision);
  }

  int ready(int revision) {
    var deployment = deployments.get(revision);
    return deployment == null ? 0 : deployment.ready();
  }

  /** Index of the stable revision by the stored status; -1 for none. */
  int stable() {
    var status = model.status();
    var pointer = status == null ? null : status.pointers().stable();
    return pointer == null ? -1 : Wish.index(pointer.revision());
  }

  List<RevisionRecord> records() {
    var all = new ArrayList<RevisionRecord>();
    for (int i = 0; i < revisions.size(); i++) {
      var one = revisions.get(i);
      if (one != null) {
        all.add(one.record());
      }
    }
    return all;
  }

  Map<String, Workload> workloads() {
    var all = new HashMap<String, Workload>();
    for (int i = 0; i < deployments.size(); i++) {
      var one = deployments.get(i);
      if (one != null) {
        all.put(Wish.name(i), one.observed());
      }
    }
    return all;
  }

  Route observedRoute() {
    return route == null ? Route.ABSENT : route.observed();
  }

  @Override
  public long fingerprint(int tick) {
    var mix = Mix.START.with(model.fingerprint(tick));
    return deployments
        .onto(revisions.onto(mix, tick), tick)
        .with(route, tick)
        .with(service, tick)
        .value();
  }
}
