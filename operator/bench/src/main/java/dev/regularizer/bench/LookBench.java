package dev.regularizer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmark of one look, keeps every run, and fails when a goal is missed. */
public final class LookBench {
  private static final String COMMAND = "e2e/bench look";
  private static final int RUNS = 5;
  private static final double MOST_MICROSECONDS = 1_000;
  private static final double MOST_BYTES = 1_000_000;

  private LookBench() {}

  /** One JVM: mean time of a look in microseconds, mean allocation in bytes. */
  private record Run(double microseconds, double bytes) {}

  /** Arguments: repository, commit. */
  public static void main(String[] arguments) throws IOException, RunnerException {
    var repository = Path.of(arguments[0]);
    var runs = new ArrayList<Run>();
    for (int i = 0; i < RUNS; i++) {
      runs.add(run());
    }
    var look = OneLook.inTheMiddleOfATrial();
    var subject =
        "%d SLIs, %d series of 20 pods"
            .formatted(look.policies().size(), look.samples().series().size());
    var results = repository.resolve("e2e/results");
    Files.createDirectories(results);
    Files.writeString(results.resolve("look.json"), json(arguments[1], subject, runs));
    var table = table(arguments[1], subject, runs);
    GeneratedPart.write(repository.resolve("operator/docs/operations.md"), COMMAND, table);
    System.out.println(table);
    System.exit(met(runs) ? 0 : 1);
  }

  private static Run run() throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(LookBenchmark.class.getSimpleName())
            .forks(1)
            .warmupIterations(5)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(1))
            .addProfiler(GCProfiler.class)
            .jvmArgs("-XX:+UseSerialGC")
            .build();
    Collection<RunResult> all = new Runner(options).run();
    var result = all.iterator().next();
    return new Run(
        result.getPrimaryResult().getScore(),
        result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
  }

  private static boolean met(List<Run> runs) {
    return median(runs.stream().map(Run::microseconds).toList()) <= MOST_MICROSECONDS
        && median(runs.stream().map(Run::bytes).toList()) <= MOST_BYTES;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static double worst(List<Double> values) {
    return values.stream().mapToDouble(it -> it).max().orElseThrow();
  }

  private static String table(String commit, String subject, List<Run> runs) {
    var times = runs.stream().map(Run::microseconds).toList();
    var bytes = runs.stream().map(Run::bytes).toList();
    return """
    | one look, from raw samples to the verdict | goal | median | worst |
    |---|---|---|---|
    | time, ms | %s | %s | %s |
    | allocation, kB | %s | %s | %s |

    %s; commit %s, seed %d, Java %s, %d runs; every run is in `e2e/results/look.json`.
    """
        .formatted(
            number(MOST_MICROSECONDS / 1000),
            number(median(times) / 1000),
            number(worst(times) / 1000),
            number(MOST_BYTES / 1000),
            number(median(bytes) / 1000),
            number(worst(bytes) / 1000),
            subject,
            commit,
            Pods.SEED,
            Runtime.version(),
            runs.size());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
  }

  private static String json(String commit, String subject, List<Run> runs) {
    var text = new StringBuilder();
    for (var run : runs) {
      text.append(text.isEmpty() ? "" : ",\n    ")
          .append(
              "{\"microseconds\": %s, \"bytes\": %s}".formatted(run.microseconds(), run.bytes()));
    }
    return """
    {
      "commit": "%s",
      "command": "%s",
      "seed": %d,
      "java": "%s",
      "processors": %d,
      "subject": "%s",
      "runs": [
        %s
      ]
    }
    """
        .formatted(
            commit,
            COMMAND,
            Pods.SEED,
            Runtime.version(),
            Runtime.getRuntime().availableProcessors(),
            subject,
            text);
  }
}
