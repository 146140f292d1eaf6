package dev.regularizer.bench;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Version;

/** Runs the benchmark of one look, with the virtual machine's flags of the operator's image. */
public final class LookBench {
  private static final int RUNS = 5;
  private static final int ITERATIONS = 5;
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:TieredStopAtLevel=1",
          "-Xms16m",
          "-Xmx96m");

  private LookBench() {}

  /** One JVM: mean time of a look in microseconds, mean allocation in bytes. */
  private record Run(double microseconds, double bytes) {

    String json() {
      return "{\"microseconds\": %s, \"bytes\": %s}".formatted(microseconds, bytes);
    }
  }

  /** Arguments: the file for the raw figures, the commit. */
  public static void main(String[] arguments) throws IOException, RunnerException {
    var runs = new ArrayList<Run>();
    for (int i = 0; i < RUNS; i++) {
      runs.add(run());
    }
    Files.writeString(
        Path.of(arguments[0]), json(arguments[1], OneLook.inTheMiddleOfATrial(), runs));
  }

  private static Run run() throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(LookBenchmark.class.getSimpleName())
            .forks(1)
            .warmupIterations(ITERATIONS)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(ITERATIONS)
            .measurementTime(TimeValue.seconds(1))
            .addProfiler(GCProfiler.class)
            .jvmArgs(FLAGS.toArray(String[]::new))
            .build();
    Collection<RunResult> all = new Runner(options).run();
    var result = all.iterator().next();
    return new Run(
        result.getPrimaryResult().getScore(),
        requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm")).getScore());
  }

  private static String json(String commit, OneLook look, List<Run> runs) {
    return """
    {
      "command": "e2e/bench look",
      "commit": "%s",
      "seed": %d,
      "versions": {"java": "%s", "jmh": "%s"},
      "flags": "%s",
      "slis": %d,
      "cohorts": %d,
      "pods": %d,
      "series": %d,
      "runs": [
        %s
      ]
    }
    """
        .formatted(
            commit,
            Pods.SEED,
            Runtime.version(),
            Version.getPlainVersion(),
            String.join(" ", FLAGS),
            look.attempt().policy().slis().size(),
            Pods.COHORTS,
            Pods.names().size(),
            look.samples().series().size(),
            runs.stream().map(Run::json).collect(Collectors.joining(",\n    ")));
  }
}
