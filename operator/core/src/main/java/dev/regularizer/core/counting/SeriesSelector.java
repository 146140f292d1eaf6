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
 * @param excluded labels that must have none of some values
 */
public record SeriesSelector(
    String metric, SortedMap<String, Set<String>> labels, SortedMap<String, Set<String>> excluded) {

  /** Copies the labels, in the order of their names and values. */
  public SeriesSelector {
    labels = copy(labels);
    excluded = copy(excluded);
  }

  /** The series of a metric with one of these values of each label, and any others. */
  public SeriesSelector(String metric, SortedMap<String, Set<String>> labels) {
    this(metric, labels, Collections.emptySortedMap());
  }

  /** The same without the series that have one of these values of a label. */
  public SeriesSelector without(SortedMap<String, Set<String>> unwanted) {
    return new SeriesSelector(metric, labels, unwanted);
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

  /** The same selection, of series with these labels besides. */
  SeriesSelector with(Map<String, String> more) {
    TreeMap<String, Set<String>> all = new TreeMap<>(labels);
    more.forEach((label, value) -> all.put(label, Set.of(value)));
    return new SeriesSelector(metric, all, excluded);
  }

  /** The same selection of a metric whose name goes on. */
  SeriesSelector suffixed(String suffix) {
    return new SeriesSelector(metric + suffix, labels, excluded);
  }

  /** Whether it takes every series of its metric. */
  boolean isWhole() {
    return labels.isEmpty() && excluded.isEmpty();
  }

  boolean matches(RawSeries series) {
    if (!series.name().equals(metric)) {
      return false;
    }
    for (Map.Entry<String, Set<String>> label : labels.entrySet()) {
      if (!has(series, label)) {
        return false;
      }
    }
    for (Map.Entry<String, Set<String>> label : excluded.entrySet()) {
      if (has(series, label)) {
        return false;
      }
    }
    return true;
  }

  private static boolean has(RawSeries series, Map.Entry<String, Set<String>> label) {
    return label.getValue().contains(series.labels().getOrDefault(label.getKey(), ""));
  }

  private static SortedMap<String, Set<String>> copy(SortedMap<String, Set<String>> labels) {
    TreeMap<String, Set<String>> copy = new TreeMap<>();
    labels.forEach(
        (label, values) -> copy.put(label, Collections.unmodifiableSet(new TreeSet<>(values))));
    return Collections.unmodifiableSortedMap(copy);
  }
}
