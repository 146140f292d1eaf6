package dev.regularizer.core.counting;

/**
 * The names under which a histogram is stored.
 *
 * @param exponential native histograms
 * @param buckets cumulative counters of a classic one
 * @param counts the counters of all observations of a classic one
 */
record HistogramSeries(SeriesSelector exponential, SeriesSelector buckets, SeriesSelector counts) {

  static HistogramSeries of(SeriesSelector histogram) {
    return new HistogramSeries(
        histogram,
        histogram.suffixed(TelemetryContract.BUCKET),
        histogram.suffixed(TelemetryContract.COUNT));
  }
}
