package dev.regularizer.core.counting;

/**
 * What one native histogram counted in a window above a threshold. Its resolution may shrink while
 * it runs; all samples of the window are read at the coarsest one, so that they can be subtracted.
 */
final class NativeHistogramDelta {

  private NativeHistogramDelta() {}

  static LatencyCounts of(RawSeries series, WindowEdges window, double threshold) {
    int before = series.lastAtOrBefore(window.startMillis());
    boolean seeded = series.goesOnFrom(before, window.startMillis());
    int first = before + 1;
    int last = series.lastAtOrBefore(window.endMillis());
    ThresholdBounds bounds = ThresholdBounds.exact(threshold);
    for (int i = seeded ? before : first; i <= last; i++) {
      requireFinite(series, series.histogram(i));
      bounds = bounds.widened(series.histogram(i), threshold);
    }
    LatencyDoubles previous = seeded ? bounds.count(series.histogram(before)) : LatencyDoubles.ZERO;
    LatencyDoubles sum = LatencyDoubles.ZERO;
    for (int i = first; i <= last; i++) {
      LatencyDoubles now = bounds.count(series.histogram(i));
      boolean goesOn = now.total() >= previous.total() && !(i > 0 && series.restartedBefore(i));
      sum = sum.plus(goesOn ? now.minus(previous) : now);
      previous = now;
    }
    return checked(series, sum);
  }

  private static LatencyCounts checked(RawSeries series, LatencyDoubles sum) {
    long total = CounterDelta.integer(sum.total(), series);
    long surely = CounterDelta.integer(sum.surely(), series);
    long possibly = CounterDelta.integer(sum.possibly(), series);
    if (surely < 0 || possibly < surely || total < possibly) {
      throw new InvalidSamplesException(
          InvalidReason.BucketsNotMonotone,
          "%s counted %s above the threshold, %s possibly, %s in all"
              .formatted(series.key(), surely, possibly, total));
    }
    return new LatencyCounts(total, surely, possibly);
  }

  private static void requireFinite(RawSeries series, NativeHistogram histogram) {
    if (!histogram.isFinite()) {
      throw new InvalidSamplesException(
          InvalidReason.NotFinite, series.key() + " has a count that is not finite");
    }
    CounterDelta.requireCounter(series, histogram.count());
  }

  /** Counts before they are checked to be whole. */
  record LatencyDoubles(double total, double surely, double possibly) {

    static final LatencyDoubles ZERO = new LatencyDoubles(0, 0, 0);

    LatencyDoubles plus(LatencyDoubles other) {
      return new LatencyDoubles(
          total + other.total, surely + other.surely, possibly + other.possibly);
    }

    LatencyDoubles minus(LatencyDoubles other) {
      return new LatencyDoubles(
          total - other.total, surely - other.surely, possibly - other.possibly);
    }
  }
}
