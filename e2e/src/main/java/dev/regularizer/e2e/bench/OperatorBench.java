package dev.regularizer.e2e.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.regularizer.e2e.cluster.Cluster;
import dev.regularizer.e2e.cluster.ClusterOptions;
import dev.regularizer.e2e.cluster.Operator;
import dev.regularizer.e2e.crash.CrashRound;
import dev.regularizer.e2e.crash.KillPlan;
import dev.regularizer.e2e.generated.GeneratedPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Measures the operator on the local cluster, from the API server's audit log. */
public final class OperatorBench {
  private static final String COMMAND = "e2e/bench operator";
  private static final int ROUNDS = 5;
  private static final int CRASH_ROUNDS = 4;

  private OperatorBench() {}

  /** Arguments: repository, commit, audit log, address of Prometheus, a version each. */
  public static void main(String[] arguments) throws IOException {
    var repository = Path.of(arguments[0]);
    try (var cluster = Cluster.connect(ClusterOptions.local())) {
      var operator = new Operator(cluster, repository);
      operator.install();
      var rounds =
          new OperatorRounds(
              cluster,
              operator,
              repository,
              new AuditLog(Path.of(arguments[2])),
              new PrometheusQueries(arguments[3]),
              Clock.systemUTC());
      var played = new ArrayList<Round>();
      for (int i = 1; i <= ROUNDS; i++) {
        played.add(rounds.play("operator-bench-" + i));
        System.out.println("round " + i + ": " + played.getLast());
      }
      long seed = Clock.systemUTC().millis();
      System.out.println("kills: seed " + seed);
      var crashes = crashes(cluster, operator, repository, seed);
      var figures =
          new OperatorFigures(
              arguments[1],
              COMMAND,
              List.of(arguments).subList(4, arguments.length),
              played,
              seed,
              crashes.kills(),
              crashes.problems());
      keep(repository, figures);
      System.exit(figures.goals().stream().allMatch(Goal::met) ? 0 : 1);
    }
  }

  private static void keep(Path repository, OperatorFigures figures) throws IOException {
    var results = repository.resolve("e2e/results");
    Files.createDirectories(results);
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(results.resolve("operator.json").toFile(), figures);
    var table = OperatorTable.of(figures);
    var document = repository.resolve("operator/docs/operations.md");
    Files.writeString(
        document, new GeneratedPart(COMMAND).replaced(Files.readString(document), table));
    System.out.println(table);
    figures.killProblems().forEach(System.out::println);
  }

  /** How often the operator was killed, and what went wrong because of it. */
  private record Crashes(int kills, List<String> problems) {}

  private static Crashes crashes(Cluster cluster, Operator operator, Path repository, long seed) {
    int done = 0;
    var problems = new ArrayList<String>();
    for (int i = 0; i < CRASH_ROUNDS; i++) {
      var namespace = "operator-kills-" + i;
      cluster.createNamespace(namespace);
      // A promotion comes once in a round, so each phase is due once in it; the moment is random.
      var plan = KillPlan.of(seed + i, KillPlan.PHASES.size(), 1);
      var round =
          CrashRound.play(cluster, operator, repository, namespace, UnaryOperator.identity(), plan);
      problems.addAll(round.problems());
      round.left().forEach(kill -> problems.add("a kill that did not come to pass: " + kill));
      done += round.kills().size();
      cluster.deleteNamespace(namespace);
    }
    return new Crashes(done, problems);
  }
}
