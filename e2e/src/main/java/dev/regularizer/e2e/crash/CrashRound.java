package dev.regularizer.e2e.crash;

import dev.regularizer.e2e.cluster.Cluster;
import dev.regularizer.e2e.cluster.Operator;
import dev.regularizer.e2e.crash.KillPlan.Kill;
import dev.regularizer.e2e.model.LiveModel;
import dev.regularizer.e2e.model.ModelManifest;
import dev.regularizer.e2e.traffic.TrafficRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A good and a bad rollout side by side while the operator is killed.
 *
 * @param kills that met a running process
 * @param left kills whose phase did not come any more
 * @param problems everything that a round without kills would not have; empty if there is nothing
 */
public record CrashRound(List<Kill> kills, List<Kill> left, List<String> problems) {
  private static final Duration LIMIT = Duration.ofMinutes(6);
  private static final double REQUESTS_PER_SECOND = 40;

  /** The two rollouts and how they have to end. */
  private static final List<Side> SIDES =
      List.of(
          new Side("better", "Promoted", "UpToDate", List.of(0, 25, 50, 100)),
          new Side("overconfident", "RolledBack", "RolledBack", List.of(0, 25, 50, 0)));

  private record Side(String candidate, String outcome, String phase, List<Integer> weights) {}

  /** Plays the round in a namespace that is empty. */
  public static CrashRound play(
      Cluster cluster,
      Operator operator,
      Path repository,
      String namespace,
      UnaryOperator<ModelManifest> planned,
      KillPlan plan) {
    var problems = new ArrayList<String>();
    var traffic = new ArrayList<TrafficRun>();
    try (var weights = new WeightLog(cluster.client(), namespace)) {
      for (var side : SIDES) {
        model(cluster, namespace, side)
            .apply(manifest(repository, namespace, side, "stable", planned));
      }
      for (var side : SIDES) {
        model(cluster, namespace, side).awaitUpToDate(LIMIT);
        var host = manifest(repository, namespace, side, "stable", planned).hostname();
        traffic.add(TrafficRun.start(cluster.gatewayAddress(), host, REQUESTS_PER_SECOND));
      }
      try (var killer = new Killer(cluster, operator, namespace, plan)) {
        for (var side : SIDES) {
          model(cluster, namespace, side)
              .apply(manifest(repository, namespace, side, side.candidate, planned));
        }
        for (var side : SIDES) {
          problems.addAll(end(model(cluster, namespace, side), side, weights));
        }
        traffic.forEach(run -> problems.addAll(failures(run)));
        return new CrashRound(killer.done(), killer.left(), List.copyOf(problems));
      }
    } finally {
      traffic.forEach(TrafficRun::stop);
    }
  }

  private static List<String> end(LiveModel model, Side side, WeightLog weights) {
    var problems = new ArrayList<String>();
    model.await(
        side.phase,
        LIMIT,
        seen ->
            seen.upToDateWithSpec()
                && seen.phase().equals(side.phase)
                && seen.candidate().isEmpty());
    var revisions = model.revisions();
    var candidate = revisions.getLast();
    if (revisions.size() != 2) {
      problems.add("%s: %d revisions, expected 2".formatted(model.name(), revisions.size()));
    }
    if (!candidate.outcome().equals(side.outcome)) {
      problems.add(
          "%s: outcome %s, expected %s".formatted(model.name(), candidate.outcome(), side.outcome));
    }
    var seen = weights.weightsOf(model.name(), candidate.name());
    if (!isSubsequence(seen, side.weights)) {
      problems.add(
          "%s: the candidate had the weights %s, planned were %s"
              .formatted(model.name(), seen, side.weights));
    }
    for (var split : weights.of(model.name())) {
      if (sum(split) != 100) {
        problems.add("%s: a split that is not 100 %%: %s".formatted(model.name(), split));
      }
    }
    return problems;
  }

  private static List<String> failures(TrafficRun run) {
    var totals = run.stop();
    return totals.failed() == 0
        ? List.of()
        : List.of(
            "%d failed requests, expected 0: %s".formatted(totals.failed(), totals.failures()));
  }

  private static int sum(Map<String, Integer> split) {
    return split.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** A bad candidate may be found out before its last step, so weights may be left out. */
  private static boolean isSubsequence(List<Integer> seen, List<Integer> planned) {
    int at = 0;
    for (var weight : seen) {
      while (at < planned.size() && !planned.get(at).equals(weight)) {
        at++;
      }
      if (at == planned.size()) {
        return false;
      }
      at++;
    }
    return true;
  }

  private static LiveModel model(Cluster cluster, String namespace, Side side) {
    return new LiveModel(cluster, namespace, side.candidate);
  }

  private static ModelManifest manifest(
      Path repository,
      String namespace,
      Side side,
      String file,
      UnaryOperator<ModelManifest> planned) {
    var manifest = ModelManifest.read(repository.resolve("samples/digits/" + file + ".yaml"));
    var host = "[%s.%s.example.com]".formatted(side.candidate, namespace);
    return planned.apply(
        manifest.named(side.candidate).with("/spec/traffic/gatewayAPI/hostnames", host));
  }
}
