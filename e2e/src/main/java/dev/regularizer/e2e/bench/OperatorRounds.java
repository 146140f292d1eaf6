package dev.regularizer.e2e.bench;

import dev.regularizer.e2e.cluster.Cluster;
import dev.regularizer.e2e.cluster.Operator;
import dev.regularizer.e2e.cluster.Pause;
import dev.regularizer.e2e.crash.OperatorProcess;
import dev.regularizer.e2e.model.LiveModel;
import dev.regularizer.e2e.model.ModelManifest;
import dev.regularizer.e2e.traffic.TrafficRun;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Plays rounds of the operator's life and measures them from outside. */
final class OperatorRounds {
  private static final Duration SETTLE = Duration.ofSeconds(15);
  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final Duration LIMIT = Duration.ofMinutes(6);
  private static final double REQUESTS_PER_SECOND = 60;
  private static final String PLAN =
      """
      steps: [{weight: 5, duration: 10s}, {weight: 10, duration: 10s}, {weight: 25, duration: 10s}, {weight: 50, duration: 20s}, {weight: 75, duration: 10s}]
      window: 10s
      warmUp: 4s
      deadline: 6m
      bake: 10s
      drain: 4s
      """;

  private final Cluster cluster;
  private final Operator operator;
  private final Path repository;
  private final AuditLog audit;
  private final PrometheusQueries queries;
  private final InstantSource clock;

  OperatorRounds(
      Cluster cluster,
      Operator operator,
      Path repository,
      AuditLog audit,
      PrometheusQueries queries,
      InstantSource clock) {
    this.cluster = cluster;
    this.operator = operator;
    this.repository = repository;
    this.audit = audit;
    this.queries = queries;
    this.clock = clock;
  }

  Round play(String namespace) {
    cluster.createNamespace(namespace);
    try {
      var model = new LiveModel(cluster, namespace, "digits");
      model.apply(manifest(namespace, "stable"));
      model.awaitUpToDate(LIMIT);
      var process = new OperatorProcess(operator);
      long ready = process.restart();
      Pause.of(SETTLE);
      long asked = queries.count();
      var idleFrom = clock.instant();
      Pause.of(IDLE);
      var idle = new RolloutCalls(audit.calls(idleFrom, clock.instant()));
      asked = queries.count() - asked;
      long memory = process.residentKilobytes();
      try (var _ =
          TrafficRun.start(cluster.gatewayAddress(), host(namespace), REQUESTS_PER_SECOND)) {
        var rollout = rollout(model, namespace, "better", "UpToDate");
        var rollback = rollout(model, namespace, "overconfident", "RolledBack");
        return new Round(
            ready,
            IDLE.toSeconds(),
            total(idle.writes()) + total(idle.reads()),
            asked,
            memory,
            rollout.writes(),
            rollout.reads(),
            rollout.stepWrites(),
            rollout.unchanged(),
            rollback.verdictToRoute().toMillis());
      }
    } finally {
      cluster.deleteNamespace(namespace);
    }
  }

  private RolloutCalls rollout(LiveModel model, String namespace, String file, String phase) {
    var from = clock.instant();
    model.apply(manifest(namespace, file));
    model.await(phase, LIMIT, seen -> seen.upToDateWithSpec() && seen.phase().equals(phase));
    // Until the last write that follows from it.
    Pause.of(SETTLE);
    return new RolloutCalls(audit.calls(from, clock.instant()));
  }

  private ModelManifest manifest(String namespace, String file) {
    return ModelManifest.read(repository.resolve("samples/digits/" + file + ".yaml"))
        .named("digits")
        .with("/spec/traffic/gatewayAPI/hostnames", "[" + host(namespace) + "]")
        .with("/spec/rollout", PLAN);
  }

  private static String host(String namespace) {
    return namespace + ".example.com";
  }

  private static long total(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
