package dev.regularizer.controller;

import dev.regularizer.controller.config.OperatorConfig;
import dev.regularizer.controller.health.ManagementServer;
import dev.regularizer.controller.health.Progress;
import dev.regularizer.controller.metrics.OperatorMetrics;
import dev.regularizer.controller.reconcile.Controller;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.prometheus.metrics.exporter.httpserver.MetricsHandler;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the operator, from start to the signal that ends it. */
final class OperatorProcess {
  static final Path DEFAULT_CONFIG = Path.of("/etc/regularizer-operator/config.yaml");

  private static final Logger log = LoggerFactory.getLogger(OperatorProcess.class);

  private final OperatorConfig config;
  private final InstantSource clock;
  private final String version;
  private final String identity;
  private final @Nullable String ownNamespace;
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile String waitingFor = "starting";
  private volatile @Nullable Replica replica;
  private volatile boolean leaseLost;

  OperatorProcess(
      OperatorConfig config, InstantSource clock, String version, Map<String, String> environment) {
    this.config = config;
    this.clock = clock;
    this.version = version;
    this.identity =
        environment.getOrDefault("POD_NAME", "regularizer-operator-" + UUID.randomUUID());
    this.ownNamespace = environment.get("POD_NAMESPACE");
  }

  /** Runs until asked to end; the exit code. */
  int run() throws InterruptedException {
    log.info("regularizer-operator {} starts as {}", version, identity);
    Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown, "shutdown"));
    var registry = new PrometheusRegistry();
    var metrics = new OperatorMetrics(registry, version);
    JvmMemoryMetrics.builder().register(registry);
    JvmGarbageCollectorMetrics.builder().register(registry);
    ProcessMetrics.builder().register(registry);
    var progress = new Progress(clock);
    try (var management =
            new ManagementServer(
                config.managementPort(),
                progress::stuck,
                this::missing,
                new MetricsHandler(registry));
        var client = Replica.client(Config.autoConfigure(null))) {
      log.info("probes and metrics on port {}", management.port());
      operate(client, metrics, progress);
    } catch (IOException taken) {
      log.error(
          "managementPort: port {} cannot be opened ({}); name a free one",
          config.managementPort(),
          taken.getMessage());
      return 1;
    } catch (RuntimeException broken) {
      log.error("the operator cannot go on", broken);
      return 1;
    } finally {
      ended.countDown();
    }
    return leaseLost ? 1 : 0;
  }

  private void operate(KubernetesClient client, OperatorMetrics metrics, Progress progress)
      throws InterruptedException {
    if (!resourcesPresent(client)) {
      return;
    }
    var namespace =
        Objects.requireNonNullElse(
            ownNamespace, Objects.requireNonNullElse(client.getNamespace(), "default"));
    var seat =
        new Controller.Seat(
            identity, namespace, () -> metrics.leading(true), () -> leaseLost(metrics));
    try (var running = new Replica(client, config, clock, metrics, progress, seat)) {
      replica = running;
      running.start();
      asked.await();
      log.info("stopping");
    }
    if (config.leaderElection().enabled()) {
      LeaseRelease.release(client, namespace, Controller.Seat.LEASE, identity);
    }
  }

  /** Waits until the cluster knows the resources; false when asked to end before. */
  private boolean resourcesPresent(KubernetesClient client) throws InterruptedException {
    var check = new ResourceCheck(client);
    for (var missing = check.missing(); missing.isPresent(); missing = check.missing()) {
      if (!missing.get().equals(waitingFor)) {
        log.error("{}", missing.get());
        waitingFor = missing.get();
      }
      if (asked.await(2, TimeUnit.SECONDS)) {
        return false;
      }
    }
    return true;
  }

  private Optional<String> missing() {
    var running = replica;
    return running == null
        ? Optional.of(waitingFor)
        : running.unsynced().map(source -> "the cache of " + source + " is not filled yet");
  }

  private void leaseLost(OperatorMetrics metrics) {
    metrics.leading(false);
    if (asked.getCount() > 0) {
      log.error("the lease is lost: another replica may act; this process ends");
      leaseLost = true;
      asked.countDown();
    }
  }

  private void shutDown() {
    asked.countDown();
    try {
      if (!ended.await(20, TimeUnit.SECONDS)) {
        log.warn("still busy after 20 s");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    LogManager.shutdown();
  }
}
