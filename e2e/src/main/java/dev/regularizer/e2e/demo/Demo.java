package dev.regularizer.e2e.demo;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.regularizer.e2e.cluster.Cluster;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The demonstration's entry: exit code 0 only if every rollout ended as it has to. */
public final class Demo {
  private Demo() {}

  /** Runs the demo; see the README. */
  public static void main(String[] arguments) throws IOException {
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    DemoOptions options;
    try {
      options = DemoOptions.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println("e2e/demo: " + e.getMessage());
      System.exit(2);
      return;
    }
    var clock = Clock.systemUTC();
    var board = new ProgressBoard(out, onTerminal(), clock);
    try (var cluster = Cluster.connect(options.cluster())) {
      var run = new DemoRun(cluster, options, board, clock);
      var reports = run.all();
      var problems = run.problems(reports);
      new JsonMapper()
          .registerModule(new Jdk8Module())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValue(options.output().toFile(), new Results(reports, problems));
      out.println(ResultTable.of(reports));
      problems.forEach(problem -> out.println("NOT AS EXPECTED  " + problem));
      out.println("written to " + options.output());
      out.flush();
      System.exit(problems.isEmpty() ? 0 : 1);
    }
  }

  /** What `demo.json` holds. */
  record Results(List<RolloutReport> rollouts, List<String> problems) {}

  private static boolean onTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }
}
