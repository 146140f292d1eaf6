package dev.regularizer.testkit;

import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.observe.Route;
import dev.regularizer.core.observe.Workload;
import dev.regularizer.core.state.RevisionState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Deployments, a route and a Service that do what effects ask for, a moment later where a cluster
 * would.
 */
final class SimulatedCluster {
  private static final Duration GATEWAY = Duration.ofSeconds(1);

  private final Map<String, SimulatedDeployment> deployments = new TreeMap<>();
  private final Map<String, RevisionRecord> revisions = new LinkedHashMap<>();
  private Map<String, Integer> weights = Map.of();
  private @Nullable Instant routeWritten;
  private @Nullable String serving;
  private String gatewayRefuses = "";
  private String full = "";
  private String quota = "";

  /**
   * Carries an effect out; Events go nowhere.
   *
   * @param version of the spec a revision is created from
   */
  void run(Effect effect, String version, Map<String, SimulatedServer> servers, Instant now) {
    switch (effect) {
      case Effect.CreateRevision create ->
          revisions.put(
              create.name(),
              new RevisionRecord(
                  create.name(),
                  create.hashVersion(),
                  create.collision(),
                  create.sha256(),
                  now,
                  version,
                  List.of(),
                  RevisionState.fresh(),
                  null));
      case Effect.ApplyWorkload apply ->
          deployments
              .computeIfAbsent(
                  apply.revision(),
                  name -> {
                    var server = servers.getOrDefault(name, SimulatedServer.GOOD);
                    var made = new SimulatedDeployment(name, server, now);
                    made.admit(quota, now);
                    return made;
                  })
              .scale(apply.replicas(), full, now);
      case Effect.ScaleDown down -> {
        var deployment = deployments.get(down.revision());
        if (deployment != null) {
          deployment.scale(0, full, now);
        }
      }
      case Effect.ApplyRoute route -> {
        if (!route.weights().equals(weights)) {
          weights = route.weights();
          routeWritten = now;
        }
      }
      case Effect.ApplyStableService service -> serving = service.revision();
      case Effect.Prune prune -> {
        revisions.remove(prune.revision());
        deployments.remove(prune.revision());
      }
      case Effect.Emit _ -> {}
    }
  }

  void write(String revision, RevisionState state) {
    revisions.computeIfPresent(revision, (_, record) -> record.withState(state));
  }

  List<RevisionRecord> revisions() {
    return List.copyOf(revisions.values());
  }

  Map<String, Workload> workloads(Instant now) {
    var all = new TreeMap<String, Workload>();
    deployments.forEach((name, deployment) -> all.put(name, deployment.observed(now)));
    return all;
  }

  Route route(Instant now) {
    if (routeWritten == null) {
      return Route.ABSENT;
    }
    if (!gatewayRefuses.isEmpty()) {
      return new Route(true, weights, Route.Acceptance.REFUSED, gatewayRefuses);
    }
    var accepted = !now.isBefore(routeWritten.plus(GATEWAY));
    return new Route(
        true, weights, accepted ? Route.Acceptance.ACCEPTED : Route.Acceptance.PENDING, "");
  }

  @Nullable String serving() {
    return serving;
  }

  int weight(String revision) {
    return weights.getOrDefault(revision, 0);
  }

  /** Somebody deletes a ModelRevision; its Deployment stays. */
  void lose(String revision) {
    revisions.remove(revision);
  }

  /** A restore brings a ModelRevision back without its status; an annotation keeps its outcome. */
  void forget(String revision) {
    revisions.computeIfPresent(
        revision,
        (_, record) ->
            new RevisionRecord(
                record.name(),
                record.hashVersion(),
                record.collision(),
                record.sha256(),
                record.createdAt(),
                record.version(),
                record.regularizers(),
                RevisionState.fresh(),
                record.outcome().orElse(null)));
  }

  /** A restore brings back no Service. */
  void loseService() {
    serving = null;
  }

  /** No pod is admitted any more, for the reason given; an empty one: they are again. */
  void quota(String reason, Instant now) {
    quota = reason;
    deployments.values().forEach(one -> one.admit(reason, now));
  }

  /** No further pod becomes ready, for the reason given. */
  void full(String reason) {
    full = reason;
  }

  /** Somebody edits the route by hand. */
  void tamper(Map<String, Integer> edited, Instant now) {
    weights = Map.copyOf(edited);
    routeWritten = now;
  }

  /** Somebody deletes the route. */
  void deleteRoute() {
    weights = Map.of();
    routeWritten = null;
  }

  /** The gateway refuses the route; an empty reason: not any more. */
  void gatewayRefuses(String reason, Instant now) {
    gatewayRefuses = reason;
    routeWritten = now;
  }

  void behave(String revision, SimulatedServer server, Instant now) {
    var deployment = deployments.get(revision);
    if (deployment == null) {
      throw new IllegalArgumentException("no Deployment " + revision);
    }
    deployment.behave(server, now);
  }

  Map<String, SimulatedDeployment> deployments() {
    return deployments;
  }

  /** When something the cluster does by itself is next seen. */
  Instant nextChange(Instant now) {
    var changes = new ArrayList<Instant>();
    deployments.values().forEach(one -> changes.add(one.nextChange(now)));
    if (routeWritten != null && routeWritten.plus(GATEWAY).isAfter(now)) {
      changes.add(routeWritten.plus(GATEWAY));
    }
    return changes.stream().min(Instant::compareTo).orElse(Instant.MAX);
  }
}
