package dev.regularizer.controller;

import dev.regularizer.controller.config.OperatorConfig;
import dev.regularizer.controller.health.Progress;
import dev.regularizer.controller.metrics.OperatorMetrics;
import dev.regularizer.controller.reconcile.Controller;
import dev.regularizer.controller.reconcile.ModelReconciler;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.time.InstantSource;
import java.util.Optional;

/** One operator over a client: everything that acts, without probes, ports and signals. */
public final class Replica implements AutoCloseable {
  private final Wiring wiring;
  private final Controller controller;

  /**
   * Connects the parts; nothing runs yet.
   *
   * @param seat its place in the election; its identity is what Events name
   */
  public Replica(
      KubernetesClient client,
      OperatorConfig config,
      InstantSource clock,
      OperatorMetrics metrics,
      Progress progress,
      Controller.Seat seat) {
    wiring = new Wiring(client, config, clock, metrics, progress, seat.identity());
    var reconciler = new ModelReconciler(config.watchNamespaces(), clock, wiring::pass);
    controller = new Controller(client, config, seat, reconciler, wiring::forget);
  }

  /** A client as the operator uses it. */
  public static KubernetesClient client(Config config) {
    var tuned =
        new ConfigBuilder(config)
            // A pass that fails is repeated anyway, from a fresh read.
            .withRequestRetryBackoffLimit(2)
            .build();
    return new KubernetesClientBuilder()
        .withConfig(tuned)
        .withHttpClientFactory(new JdkHttpClientFactory())
        .build();
  }

  /** Fills the caches, then acts, or waits for the lease. */
  public void start() {
    controller.start();
  }

  /** What is not filled yet, if there is something. */
  public Optional<String> unsynced() {
    return controller.unsynced();
  }

  /** Lets passes end, then stops. */
  @Override
  public void close() {
    try (wiring) {
      controller.close();
    }
  }
}
