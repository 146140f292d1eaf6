package dev.regularizer.e2e.bench;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The raw figures of the benchmark of one look, as they are kept in {@code e2e/results/look.json}.
 *
 * @param commit of the sources
 * @param seed of the samples
 * @param flags of the virtual machine: those of the operator's image
 * @param slis judged in a look
 * @param cohorts in the samples
 * @param pods of both revisions
 * @param series in one answer
 * @param runs one virtual machine each
 */
record LookFigures(
    String command,
    String commit,
    long seed,
    Map<String, String> versions,
    String flags,
    int slis,
    int cohorts,
    int pods,
    int series,
    List<Run> runs) {
  private static final double MOST_MILLISECONDS = 1;
  private static final double MOST_KILOBYTES = 1000;

  LookFigures {
    versions = Map.copyOf(versions);
    runs = List.copyOf(runs);
  }

  /**
   * Mean over the looks of one virtual machine.
   *
   * @param microseconds time of a look
   * @param bytes allocated in a look
   */
  record Run(double microseconds, double bytes) {}

  List<Goal> goals() {
    return List.of(
        goal("time", "ms", one -> one.microseconds() / 1000, MOST_MILLISECONDS),
        goal("allocation", "kB", one -> one.bytes() / 1000, MOST_KILOBYTES));
  }

  private Goal goal(String what, String unit, ToDoubleFunction<Run> figure, double allowed) {
    return new Goal(what, unit, runs.stream().map(figure::applyAsDouble).toList(), allowed);
  }

  String table() {
    return """
    %d SLIs, %d cohorts and %d series of %d pods; %d virtual machines with `%s`, Java %s, at commit %s, `%s`, seed %d.

    | one look | median | worst | allowed | met |
    |---|---|---|---|---|
    %s\
    """
        .formatted(
            slis,
            cohorts,
            series,
            pods,
            runs.size(),
            flags,
            versions.get("java"),
            commit,
            command,
            seed,
            goals().stream().map(Goal::row).collect(Collectors.joining()));
  }
}
