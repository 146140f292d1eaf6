package dev.regularizer.e2e.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.regularizer.e2e.bench.AuditLog.Call;
import dev.regularizer.e2e.cluster.Cluster;
import dev.regularizer.e2e.cluster.ClusterOptions;
import dev.regularizer.e2e.cluster.Operator;
import dev.regularizer.e2e.crash.CrashRound;
import dev.regularizer.e2e.crash.KillPlan;
import dev.regularizer.e2e.crash.OperatorProcess;
import dev.regularizer.e2e.model.LiveModel;
import dev.regularizer.e2e.model.ModelManifest;
import dev.regularizer.e2e.traffic.TrafficRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Measures the operator on the local cluster, from the API server's audit log. */
public final class OperatorBench {
  private static final String NAMESPACE = "operator-bench";
  private static final Duration IDLE = Duration.ofMinutes(3);
  private static final Duration LIMIT = Duration.ofMinutes(6);
  private static final int KILLS = 20;
  private static final int KILLS_PER_ROUND = 5;

  private final Cluster cluster;
  private final Operator operator;
  private final Path repository;
  private final AuditLog audit;
  private final PrometheusQueries queries;
  private final InstantSource clock;
  private final List<String> problems = new ArrayList<>();

  private OperatorBench(
      Cluster cluster, Path repository, Path audit, String prometheus, InstantSource clock) {
    this.cluster = cluster;
    this.operator = new Operator(cluster, repository);
    this.repository = repository;
    this.audit = new AuditLog(audit);
    this.queries = new PrometheusQueries(prometheus);
    this.clock = clock;
  }

  /** Arguments: repository, audit log, address of Prometheus. */
  public static void main(String[] arguments) throws IOException {
    var repository = Path.of(arguments[0]);
    try (var cluster = Cluster.connect(ClusterOptions.local())) {
      var bench =
          new OperatorBench(
              cluster, repository, Path.of(arguments[1]), arguments[2], Clock.systemUTC());
      var figures = bench.run();
      var results = repository.resolve("e2e/results");
      Files.createDirectories(results);
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValue(results.resolve("operator.json").toFile(), figures);
      FiguresTable.write(repository.resolve("operator/docs/operations.md"), figures);
      System.out.println(FiguresTable.of(figures));
      bench.problems.forEach(System.out::println);
      System.exit(bench.problems.isEmpty() ? 0 : 1);
    }
  }

  private Figures run() {
    operator.install();
    cluster.deleteNamespace(NAMESPACE);
    cluster.createNamespace(NAMESPACE);
    var model = new LiveModel(cluster, NAMESPACE, "digits");
    model.apply(manifest("stable"));
    model.awaitUpToDate(LIMIT);
    long before = queries.count();
    var idleFrom = clock.instant();
    pause(IDLE);
    var idle = audit.calls(idleFrom, clock.instant());
    long asked = queries.count() - before;
    long memory = new OperatorProcess(operator).residentKilobytes();

    var rolloutFrom = clock.instant();
    try (var _ = traffic()) {
      model.apply(manifest("better"));
      model.awaitUpToDate(LIMIT);
      var rollout = audit.calls(rolloutFrom, clock.instant());
      long off = rollback(model);
      long ready = new OperatorProcess(operator).restart();
      long seed = clock.millis();
      int kills = crashes(seed);
      return new Figures(
          IDLE.toSeconds(),
          count(idle, call -> call.write() && !call.aside()),
          count(idle, call -> call.read() && !call.aside()),
          asked,
          byKind(rollout, Call::write),
          byKind(rollout, Call::read),
          unchanged(rollout),
          memory,
          ready,
          off,
          seed,
          kills,
          problems.size());
    } finally {
      cluster.deleteNamespace(NAMESPACE);
    }
  }

  /** From the verdict in the revision's status to the answered route without the candidate. */
  private long rollback(LiveModel model) {
    var from = clock.instant();
    model.apply(manifest("overconfident"));
    model.await("RolledBack", LIMIT, seen -> seen.phase().equals("RolledBack"));
    var calls = audit.calls(from, clock.instant());
    var verdict =
        calls.stream()
            .filter(call -> call.resource().equals("modelrevisions/status"))
            .filter(call -> call.request().at("/status/outcome").asText().equals("RolledBack"))
            .findFirst()
            .orElseThrow();
    var route =
        calls.stream()
            .filter(call -> call.resource().equals("httproutes") && call.write())
            .filter(call -> call.received().isAfter(verdict.received()))
            .findFirst()
            .orElseThrow();
    return Duration.between(verdict.received(), route.completed()).toMillis();
  }

  private int crashes(long seed) {
    int done = 0;
    var all = KillPlan.of(seed, KILLS, 2).kills();
    for (int from = 0; from < KILLS; from += KILLS_PER_ROUND) {
      var namespace = NAMESPACE + "-" + from;
      cluster.createNamespace(namespace);
      var plan = new KillPlan(seed, all.subList(from, from + KILLS_PER_ROUND));
      var round =
          CrashRound.play(cluster, operator, repository, namespace, UnaryOperator.identity(), plan);
      problems.addAll(round.problems());
      done += round.kills().size();
      cluster.deleteNamespace(namespace);
    }
    return done;
  }

  private TrafficRun traffic() {
    return TrafficRun.start(cluster.gatewayAddress(), manifest("stable").hostname(), 60);
  }

  private ModelManifest manifest(String file) {
    var steps =
        "[{weight: 5, duration: 10s}, {weight: 10, duration: 10s}, {weight: 25, duration: 10s},"
            + " {weight: 50, duration: 20s}, {weight: 75, duration: 10s}]";
    return ModelManifest.read(repository.resolve("samples/digits/" + file + ".yaml"))
        .with("/spec/traffic/gatewayAPI/hostnames", "[bench.example.com]")
        .with("/spec/rollout/steps", steps);
  }

  private static long count(List<Call> calls, Predicate<Call> wanted) {
    return calls.stream().filter(wanted).count();
  }

  private static Map<String, Long> byKind(List<Call> calls, Predicate<Call> wanted) {
    return calls.stream()
        .filter(wanted)
        .filter(call -> !call.aside())
        .collect(
            Collectors.groupingBy(
                call -> call.verb() + " " + call.resource(), TreeMap::new, Collectors.counting()));
  }

  /** Writes whose answer has the resource version that the object had before. */
  private static long unchanged(List<Call> calls) {
    long found = 0;
    var known = new HashMap<String, String>();
    for (var call : calls) {
      if (!call.write() || call.aside() || call.answered().isEmpty()) {
        continue;
      }
      var object = call.resource().replace("/status", "") + " " + call.object();
      var before = call.sent().isEmpty() ? known.get(object) : call.sent();
      if (call.answered().equals(before)) {
        found++;
      }
      known.put(object, call.answered());
    }
    return found;
  }

  private static void pause(Duration time) {
    CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS))
        .join();
  }
}
