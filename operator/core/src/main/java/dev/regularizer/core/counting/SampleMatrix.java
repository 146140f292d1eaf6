package dev.regularizer.core.counting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * One Prometheus answer: raw samples of many series, sorted by series.
 *
 * @param series each series once
 */
public record SampleMatrix(List<RawSeries> series) {

  /** No samples at all. */
  public static final SampleMatrix EMPTY = new SampleMatrix(List.of());

  /** Sorts, merges samples of the same series, and keeps texts that many series have once. */
  public SampleMatrix {
    TreeMap<String, RawSeries> sorted = new TreeMap<>();
    for (RawSeries one : series) {
      sorted.merge(key(one), one, RawSeries::merged);
    }
    Map<String, String> texts = new HashMap<>();
    series = sorted.values().stream().map(one -> one.sharing(texts)).toList();
  }

  /** The same with some series more. */
  public SampleMatrix plus(List<RawSeries> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<RawSeries> all = new ArrayList<>(series);
    all.addAll(more);
    return new SampleMatrix(all);
  }

  /** The samples after one time and up to another, as a query for them would have answered. */
  public SampleMatrix between(long afterMillis, long untilMillis) {
    return new SampleMatrix(
        series.stream()
            .map(one -> one.between(afterMillis, untilMillis))
            .filter(one -> one.size() > 0)
            .toList());
  }

  /** Time of the first sample in epoch milliseconds; empty without samples. */
  public OptionalLong firstMillis() {
    return series.stream().filter(one -> one.size() > 0).mapToLong(one -> one.timeMillis(0)).min();
  }

  /** Time of the last sample in epoch milliseconds; empty without samples. */
  public OptionalLong lastMillis() {
    return series.stream()
        .filter(one -> one.size() > 0)
        .mapToLong(one -> one.timeMillis(one.size() - 1))
        .max();
  }

  /** A classic and a native series may share name and labels. */
  private static String key(RawSeries series) {
    return series.key() + (series.isHistogram() ? "#native" : "");
  }
}
