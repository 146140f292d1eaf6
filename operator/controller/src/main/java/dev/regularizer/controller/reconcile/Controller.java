package dev.regularizer.controller.reconcile;

import dev.regularizer.controller.config.LeaderElection;
import dev.regularizer.controller.config.OperatorConfig;
import dev.regularizer.controller.workload.Labels;
import dev.regularizer.core.spec.ModelKey;
import dev.regularizer.crds.RegularizedModel;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.RegisteredController;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import io.javaoperatorsdk.operator.health.InformerHealthIndicator;
import io.javaoperatorsdk.operator.health.InformerWrappingEventSourceHealthIndicator;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The framework with one reconciler in it. */
public final class Controller implements AutoCloseable {
  private static final Duration TERMINATION = Duration.ofSeconds(10);
  private static final Duration RESYNC = Duration.ofSeconds(60);
  private static final Duration FIRST_RETRY = Duration.ofMillis(200);
  private static final Duration LAST_RETRY = Duration.ofSeconds(5);

  private final Operator operator;
  private final RegisteredController<RegularizedModel> registered;

  /**
   * Registers the reconciler; nothing runs yet.
   *
   * @param seat which replica this is, and what it does when it leads
   * @param gone called when a model is deleted
   */
  public Controller(
      KubernetesClient client,
      OperatorConfig config,
      Seat seat,
      ModelReconciler reconciler,
      Consumer<ModelKey> gone) {
    operator = new Operator(it -> service(it, client, config, seat, gone));
    registered = operator.register(reconciler, it -> controller(it, config));
  }

  /**
   * A replica's place in the election.
   *
   * @param identity name of this process
   * @param namespace of the lease
   * @param started called when this replica begins to act
   * @param stopped called when it may act no more
   */
  public record Seat(String identity, String namespace, Runnable started, Runnable stopped) {
    /** Name of the lease. */
    public static final String LEASE = Labels.OPERATOR;
  }

  /** Fills the caches, then acts, or waits for the lease. */
  public void start() {
    operator.start();
  }

  /**
   * An informer without a filled cache, if there is one; a watch that reconnects does not count.
   */
  public Optional<String> unsynced() {
    return registered.getControllerHealthInfo().eventSourceHealthIndicators().entrySet().stream()
        .filter(source ->
            source.getValue() instanceof InformerWrappingEventSourceHealthIndicator<?> informers
                && !informers.informerHealthIndicators().values().stream()
                    .allMatch(Controller::healthy))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean healthy(InformerHealthIndicator informer) {
    return informer.hasSynced() && informer.isRunning();
  }

  /** Lets passes end, then stops. */
  @Override
  public void close() {
    operator.stop();
  }

  private static void service(
      ConfigurationServiceOverrider service,
      KubernetesClient client,
      OperatorConfig config,
      Seat seat,
      Consumer<ModelKey> gone) {
    service
        .withKubernetesClient(client)
        .withCloseClientOnStop(false)
        .withConcurrentReconciliationThreads(config.concurrency())
        .withConcurrentWorkflowExecutorThreads(1)
        .withReconciliationTerminationTimeout(TERMINATION)
        .withUseSSAToPatchPrimaryResource(false)
        .withMetrics(new LifecycleMetrics(gone));
    if (config.leaderElection().enabled()) {
      elect(service, config.leaderElection(), seat);
    } else {
      seat.started().run();
    }
  }

  private static void elect(
      ConfigurationServiceOverrider service, LeaderElection election, Seat seat) {
    service.withLeaderElectionConfiguration(
        LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration(Seat.LEASE)
            .withLeaseNamespace(seat.namespace())
            .withIdentity(seat.identity())
            .withLeaseDuration(election.leaseDuration())
            .withRenewDeadline(election.renewDeadline())
            .withRetryPeriod(election.retryPeriod())
            // The framework would exit on its own, also while we are stopping.
            .withExitOnStopLeading(false)
            .withLeaderCallbacks(new LeaderCallbacks(seat.started(), seat.stopped(), leader -> {}))
            .build());
  }

  private static void controller(
      ControllerConfigurationOverrider<RegularizedModel> controller, OperatorConfig config) {
    controller
        .withGenerationAware(false)
        .withOnUpdateFilter(EventFilters::model)
        .withInformerListLimit(EventSources.PAGE)
        .withReconciliationMaxInterval(RESYNC)
        .withFieldManager(Labels.OPERATOR)
        .withRetry(
            new GenericRetry()
                .withoutMaxAttempts()
                .setInitialInterval(FIRST_RETRY)
                .setIntervalMultiplier(2)
                .setMaxInterval(LAST_RETRY.toMillis()));
    if (config.watchNamespaces().isEmpty()) {
      controller.watchingAllNamespaces().withItemStore(new SlimStore<>(Slim::withoutManagedFields));
    } else {
      controller.settingNamespaces(config.watchNamespaces());
    }
  }
}
