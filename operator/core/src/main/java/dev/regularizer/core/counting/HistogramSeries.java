package dev.regularizer.core.counting;

/**
 * The names under which a classic histogram is stored.
 *
 * @param buckets cumulative counters
 * @param counts the counters of all observations
 */
record HistogramSeries(SeriesSelector buckets, SeriesSelector counts) {

  static HistogramSeries of(SeriesSelector histogram) {
    return new HistogramSeries(
        histogram.suffixed(TelemetryContract.BUCKET), histogram.suffixed(TelemetryContract.COUNT));
  }
}
