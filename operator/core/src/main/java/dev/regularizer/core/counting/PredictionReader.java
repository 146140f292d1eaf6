package dev.regularizer.core.counting;

import java.util.List;
import java.util.Optional;

/** Counts first attempts by outcome. */
final class PredictionReader {

  private static final List<String> OUTCOMES =
      List.of(TelemetryContract.SERVED, TelemetryContract.REJECTED, TelemetryContract.ERROR);

  private PredictionReader() {}

  static Optional<PredictionCounts> read(List<Target> targets, WindowEdges window) {
    long[] counts = new long[OUTCOMES.size()];
    boolean found = false;
    for (Target target : targets) {
      for (RawSeries series : target.all(TelemetryContract.PREDICTIONS)) {
        found = true;
        int outcome = OUTCOMES.indexOf(series.labels().getOrDefault(TelemetryContract.OUTCOME, ""));
        if (outcome >= 0) {
          counts[outcome] += CounterDelta.integerOf(series, window);
        }
      }
    }
    return found
        ? Optional.of(new PredictionCounts(counts[0], counts[1], counts[2]))
        : Optional.empty();
  }
}
