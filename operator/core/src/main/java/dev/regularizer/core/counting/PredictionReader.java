package dev.regularizer.core.counting;

import java.util.List;
import java.util.Optional;

/** Counts first attempts by outcome. */
final class PredictionReader {

  private PredictionReader() {}

  static Optional<PredictionCounts> read(List<Target> targets, WindowEdges window) {
    List<RawSeries> series =
        targets.stream().flatMap(t -> t.named(TelemetryContract.PREDICTIONS)).toList();
    if (series.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PredictionCounts(
            sum(series, TelemetryContract.SERVED, window),
            sum(series, TelemetryContract.REJECTED, window),
            sum(series, TelemetryContract.ERROR, window)));
  }

  private static long sum(List<RawSeries> series, String outcome, WindowEdges window) {
    return series.stream()
        .filter(s -> outcome.equals(s.labels().get(TelemetryContract.OUTCOME)))
        .mapToLong(s -> CounterDelta.integerOf(s, window))
        .sum();
  }
}
