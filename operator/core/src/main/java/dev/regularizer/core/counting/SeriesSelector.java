package dev.regularizer.core.counting;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which series of a revision's targets are counted.
 *
 * @param metric name of the metric; of a histogram without {@code _bucket} and {@code _count}
 * @param labels labels that must have one of some values; a missing label has the empty value
 */
public record SeriesSelector(String metric, SortedMap<String, Set<String>> labels) {

  /** Copies the labels, in the order of their names and values. */
  public SeriesSelector {
    TreeMap<String, Set<String>> copy = new TreeMap<>();
    labels.forEach(
        (label, values) -> copy.put(label, Collections.unmodifiableSet(new TreeSet<>(values))));
    labels = Collections.unmodifiableSortedMap(copy);
  }

  /** All series of a metric. */
  public static SeriesSelector of(String metric) {
    return new SeriesSelector(metric, Collections.emptySortedMap());
  }

  /** The series of a metric with exactly these labels, and any others. */
  public static SeriesSelector of(String metric, Map<String, String> labels) {
    TreeMap<String, Set<String>> values = new TreeMap<>();
    labels.forEach((label, value) -> values.put(label, Set.of(value)));
    return new SeriesSelector(metric, values);
  }

  /** The same selection of a metric whose name goes on. */
  SeriesSelector suffixed(String suffix) {
    return new SeriesSelector(metric + suffix, labels);
  }

  boolean matches(RawSeries series) {
    return series.name().equals(metric)
        && labels.entrySet().stream()
            .allMatch(one ->
                one.getValue().contains(series.labels().getOrDefault(one.getKey(), "")));
  }
}
