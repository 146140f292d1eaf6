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
    Optional<LatencyCounts> sum = Optional.empty();
    for (Target target : targets) {
      Optional<LatencyCounts> one = read(target, window, threshold, histogram);
      sum = sum.isEmpty() ? one : Optional.of(one.map(sum.get()::plus).orElse(sum.get()));
    }
    return sum;
  }

  private static Optional<LatencyCounts> read(
      Target target, WindowEdges window, double threshold, SeriesSelector histogram) {
    Optional<ClassicHistogram> classic = target.classic(histogram);
    if (classic.isPresent() && classic.get().hasBoundary(threshold)) {
      return Optional.of(classic.get().count(window, threshold));
    }
    Optional<LatencyCounts> exponential =
        target
            .selected(histogram)
            .filter(RawSeries::isHistogram)
            .map(one -> NativeHistogramDelta.of(one, window, threshold))
            .reduce(LatencyCounts::plus);
    return exponential.or(() -> classic.map(one -> one.count(window, threshold)));
  }
}
