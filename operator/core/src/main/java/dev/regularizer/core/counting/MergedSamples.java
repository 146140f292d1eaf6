package dev.regularizer.core.counting;

import java.util.List;
import java.util.TreeMap;

/** One series out of two. */
final class MergedSamples {

  private MergedSamples() {}

  /** The samples of two answers about one series; where both have a time, the first one's count. */
  static RawSeries of(RawSeries first, RawSeries second) {
    TreeMap<Long, Integer> indexes = new TreeMap<>();
    for (int i = 0; i < second.size(); i++) {
      indexes.put(second.timeMillis(i), -1 - i);
    }
    for (int i = 0; i < first.size(); i++) {
      indexes.put(first.timeMillis(i), i);
    }
    long[] times = indexes.keySet().stream().mapToLong(Long::longValue).toArray();
    if (first.isHistogram() || second.isHistogram()) {
      List<NativeHistogram> histograms =
          indexes.values().stream()
              .map(i -> i >= 0 ? first.histogram(i) : second.histogram(-1 - i))
              .toList();
      return RawSeries.ofHistograms(first.name(), first.labels(), times, histograms);
    }
    double[] values =
        indexes.values().stream()
            .mapToDouble(i -> i >= 0 ? first.value(i) : second.value(-1 - i))
            .toArray();
    return RawSeries.of(first.name(), first.labels(), times, values);
  }
}
