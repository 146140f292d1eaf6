package dev.regularizer.e2e.faults.cell;

import dev.regularizer.controller.Replica;
import dev.regularizer.controller.config.Connection;
import dev.regularizer.controller.config.LeaderElection;
import dev.regularizer.controller.config.LogLevel;
import dev.regularizer.controller.config.OperatorConfig;
import dev.regularizer.controller.health.Progress;
import dev.regularizer.controller.metrics.OperatorMetrics;
import dev.regularizer.controller.reconcile.Controller;
import dev.regularizer.e2e.faults.plan.Plan;
import dev.regularizer.e2e.faults.proxy.Gate;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One life of the operator of a namespace, from start to kill or end. */
final class Instance implements AutoCloseable {
  private static final Duration SCRAPES = Duration.ofSeconds(1);

  private final CountDownLatch killed = new CountDownLatch(1);
  private final Gate gate;
  private final KubernetesClient client;
  private final Replica replica;

  Instance(Laboratory laboratory, String namespace, Plan plan) {
    InstantSource clock = () -> Instant.now().plus(plan.clockAhead());
    gate = new Gate(laboratory.identity(), laboratory.upstream(), plan, killed::countDown);
    client = Replica.client(config(laboratory, namespace));
    replica =
        new Replica(
            client,
            operatorConfig(laboratory, namespace),
            clock,
            new OperatorMetrics(new PrometheusRegistry(), "faults"),
            new Progress(clock),
            new Controller.Seat(namespace, namespace, () -> {}, () -> {}));
  }

  private Config config(Laboratory laboratory, String namespace) {
    return new ConfigBuilder(Config.empty())
        .withMasterUrl("https://127.0.0.1:" + gate.port())
        .withCaCertData(laboratory.identity().authority())
        .withNamespace(namespace)
        .build();
  }

  private static OperatorConfig operatorConfig(Laboratory laboratory, String namespace) {
    var connection =
        new Connection(
            "default",
            laboratory.world().prometheus().address(),
            SCRAPES,
            Duration.ZERO,
            Duration.ofSeconds(2),
            2,
            Set.of());
    return new OperatorConfig(
        List.of(connection), Set.of(namespace), 1, 0, LeaderElection.OFF, LogLevel.INFO);
  }

  /** Starts it; an exception when it could not, as the process would end with one. */
  void start() {
    replica.start();
  }

  /** Whether it was killed, waiting for that a while. */
  boolean awaitKill(Duration time) throws InterruptedException {
    return killed.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Cuts it off at once; what is left of it ends in the background. */
  void abandon() {
    gate.close();
    Thread.ofVirtual().start(this::end);
  }

  /** Ends it in order. */
  @Override
  public void close() {
    end();
    gate.close();
  }

  private void end() {
    try (client) {
      replica.close();
    } catch (RuntimeException cutOff) {
      // A process that was killed does not end in order either.
    }
  }
}
