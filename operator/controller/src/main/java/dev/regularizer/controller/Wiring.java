package dev.regularizer.controller;

import dev.regularizer.controller.cache.Caches;
import dev.regularizer.controller.config.Connection;
import dev.regularizer.controller.config.OperatorConfig;
import dev.regularizer.controller.events.EventRecorder;
import dev.regularizer.controller.health.Progress;
import dev.regularizer.controller.metrics.OperatorMetrics;
import dev.regularizer.controller.observe.NameConflicts;
import dev.regularizer.controller.observe.Observer;
import dev.regularizer.controller.reconcile.Pass;
import dev.regularizer.controller.sampling.LookUps;
import dev.regularizer.controller.sampling.Mailbox;
import dev.regularizer.controller.sampling.Sampler;
import dev.regularizer.controller.sampling.TemplateChecker;
import dev.regularizer.controller.wire.ModelReader;
import dev.regularizer.controller.write.EffectRunner;
import dev.regularizer.controller.write.StatusWriter;
import dev.regularizer.core.rollout.Rollouts;
import dev.regularizer.core.spec.ModelKey;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Makes the parts of a pass and connects them. */
final class Wiring implements AutoCloseable {
  private static final int DRY_RUNS_AT_ONCE = 2;

  private final KubernetesClient client;
  private final OperatorConfig config;
  private final InstantSource clock;
  private final OperatorMetrics metrics;
  private final Progress progress;
  private final String instance;
  private final Mailbox mailbox = new Mailbox();
  private final NameConflicts conflicts;
  private final ExecutorService dryRuns =
      Executors.newFixedThreadPool(
          DRY_RUNS_AT_ONCE, Thread.ofPlatform().daemon().name("dry-run-", 0).factory());
  private final List<Sampler> samplers = new ArrayList<>();
  private final List<TemplateChecker> checkers = new ArrayList<>();

  Wiring(
      KubernetesClient client,
      OperatorConfig config,
      InstantSource clock,
      OperatorMetrics metrics,
      Progress progress,
      String instance) {
    this.client = client;
    this.config = config;
    this.clock = clock;
    this.metrics = metrics;
    this.progress = progress;
    this.instance = instance;
    this.conflicts = new NameConflicts(clock);
  }

  /** The pass over models in these caches. */
  Pass pass(Caches caches, Consumer<ModelKey> wake) {
    var http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    var sampler = new Sampler(config.connections(), http, clock, mailbox, wake, metrics);
    var checker = new TemplateChecker(client, mailbox, wake, dryRuns, clock, conflicts);
    samplers.add(sampler);
    checkers.add(checker);
    return new Pass(
        clock,
        caches.models(),
        new Observer(caches, models(), mailbox, conflicts, config),
        new Rollouts(),
        new StatusWriter(client, caches, metrics),
        new EffectRunner(
            client, caches, conflicts, new EventRecorder(client, clock, instance), metrics),
        new LookUps(sampler, checker),
        metrics,
        progress);
  }

  /** A model was deleted: nothing of it is kept. */
  void forget(ModelKey model) {
    mailbox.forget(model);
    conflicts.forget(model);
    metrics.forget(model);
    checkers.forEach(checker -> checker.forget(model));
  }

  private ModelReader models() {
    return new ModelReader(
        client.getKubernetesSerialization(),
        key -> name -> config.connection(name, key.namespace()).map(Connection::scrapeInterval));
  }

  @Override
  public void close() {
    samplers.forEach(Sampler::close);
    dryRuns.shutdownNow();
  }
}
