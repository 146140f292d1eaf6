package dev.regularizer.core.counting;

import java.util.List;
import java.util.TreeMap;

/**
 * One Prometheus answer: raw samples of many series, sorted by series.
 *
 * @param series each series once
 */
public record SampleMatrix(List<RawSeries> series) {

  /** No samples at all. */
  public static final SampleMatrix EMPTY = new SampleMatrix(List.of());

  /** Sorts, and merges samples of the same series. */
  public SampleMatrix {
    TreeMap<String, RawSeries> sorted = new TreeMap<>();
    for (RawSeries one : series) {
      sorted.merge(key(one), one, RawSeries::merged);
    }
    series = List.copyOf(sorted.values());
  }

  /** A classic and a native series may share name and labels. */
  private static String key(RawSeries series) {
    return series.key() + (series.isHistogram() ? "#native" : "");
  }
}
