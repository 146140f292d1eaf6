package dev.regularizer.e2e.demo;

import dev.regularizer.e2e.cluster.Cluster;
import dev.regularizer.e2e.cluster.Operator;
import dev.regularizer.e2e.cluster.PrometheusServer;
import dev.regularizer.e2e.model.LiveModel;
import dev.regularizer.e2e.model.ModelManifest;
import dev.regularizer.e2e.traffic.TrafficRun;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Plays all scenarios: those that need Prometheus side by side, then the one that stops it. */
final class DemoRun {
  static final String NAMESPACE = "digits-demo";
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final Cluster cluster;
  private final DemoOptions options;
  private final ProgressBoard board;
  private final InstantSource clock;

  DemoRun(Cluster cluster, DemoOptions options, ProgressBoard board, InstantSource clock) {
    this.cluster = cluster;
    this.options = options;
    this.board = board;
    this.clock = clock;
  }

  /** Plays them and reports how each ended, in the order of the scenarios. */
  List<RolloutReport> all() {
    board.say("installing the operator from its chart");
    new Operator(cluster, options.repository()).install();
    cluster.deleteNamespace(NAMESPACE);
    cluster.createNamespace(NAMESPACE);
    var rollouts = serveStable();
    var reports = new LinkedHashMap<String, RolloutReport>();
    try {
      play(rollouts.stream().filter(each -> !each.scenario().outage()).toList(), reports);
      play(rollouts.stream().filter(each -> each.scenario().outage()).toList(), reports);
      board.say(cluster.kubectl("-n", NAMESPACE, "get", "rmodel,mrev").succeed());
    } finally {
      rollouts.forEach(Rollout::endTraffic);
      if (!options.keep()) {
        cluster.deleteNamespace(NAMESPACE);
      }
    }
    return List.copyOf(reports.values());
  }

  /** What is not as it has to be, over all rollouts. */
  List<String> problems(List<RolloutReport> reports) {
    var found = new ArrayList<String>();
    for (var scenario : Scenario.ALL) {
      reports.stream()
          .filter(report -> report.rollout().equals(scenario.name()))
          .findFirst()
          .ifPresentOrElse(
              report -> found.addAll(Verification.problems(scenario, report)),
              () -> found.add(scenario.name() + ": it did not run"));
    }
    return found;
  }

  private List<Rollout> serveStable() {
    board.say("applying the stable model, once for each scenario");
    for (var scenario : Scenario.ALL) {
      model(scenario).apply(manifest("stable").named(scenario.name()));
    }
    var gateway = cluster.gatewayAddress();
    var prometheus = new PrometheusServer(cluster);
    var rollouts = new ArrayList<Rollout>();
    for (var scenario : Scenario.ALL) {
      model(scenario).awaitUpToDate(START_LIMIT);
      var hostname = manifest("stable").named(scenario.name()).hostname();
      var traffic = TrafficRun.start(gateway, hostname, options.requestsPerSecond());
      rollouts.add(new Rollout(scenario, model(scenario), traffic, prometheus, clock, board::say));
    }
    board.say(cluster.kubectl("-n", NAMESPACE, "get", "rmodel").succeed());
    return rollouts;
  }

  private void play(List<Rollout> rollouts, Map<String, RolloutReport> reports) {
    for (var each : rollouts) {
      board.say("applying " + each.scenario().title() + " to '" + each.scenario().name() + "'");
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var ticker = Executors.newSingleThreadScheduledExecutor()) {
      var ticking = ticker.scheduleAtFixedRate(() -> show(rollouts), 1, 1, TimeUnit.SECONDS);
      var running = rollouts.stream().map(each -> threads.submit(script(each))).toList();
      for (var each : running) {
        var ended = each.get();
        var scenario = ended.rollout().scenario();
        var truth = OfflineTruth.of(options.repository(), scenario.candidate());
        reports.put(scenario.name(), ended.rollout().report(ended, truth));
      }
      ticking.cancel(false);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a rollout could not be followed to its end", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private Callable<Rollout.Ended> script(Rollout rollout) {
    var scenario = rollout.scenario();
    var candidate = manifest(scenario.candidate()).named(scenario.name());
    return () -> rollout.run(candidate);
  }

  private void show(List<Rollout> rollouts) {
    board.show(rollouts.stream().map(Rollout::progress).toList());
  }

  private LiveModel model(Scenario scenario) {
    return new LiveModel(cluster, NAMESPACE, scenario.name());
  }

  private ModelManifest manifest(String file) {
    return ModelManifest.read(options.repository().resolve("samples/digits/" + file + ".yaml"));
  }
}
