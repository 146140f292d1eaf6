package dev.regularizer.core.counting;

import java.util.List;
import java.util.Optional;

/**
 * Counts slow predictions from whatever histograms a target exports: the classic one where the
 * threshold is one of its boundaries, else the native one, else the classic one with bounds.
 */
final class LatencyReader {

  private LatencyReader() {}

  static Optional<LatencyCounts> read(
      List<Target> targets, WindowEdges window, double threshold, SeriesSelector histogram) {
    return targets.stream()
        .flatMap(target -> read(target, window, threshold, histogram).stream())
        .reduce(LatencyCounts::plus);
  }

  private static Optional<LatencyCounts> read(
      Target target, WindowEdges window, double threshold, SeriesSelector histogram) {
    List<RawSeries> natives =
        target.selected(histogram).filter(RawSeries::isHistogram).toList();
    Optional<ClassicHistogram> classic = ClassicHistogram.of(target, histogram);
    if (classic.isPresent() && (natives.isEmpty() || classic.get().hasBoundary(threshold))) {
      return Optional.of(classic.get().count(window, threshold));
    }
    return natives.stream()
        .map(series -> NativeHistogramDelta.of(series, window, threshold))
        .reduce(LatencyCounts::plus);
  }
}
