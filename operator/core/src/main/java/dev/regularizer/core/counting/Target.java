package dev.regularizer.core.counting;

import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One scrape target of a revision: usually a container of a pod. All series of one scrape share its
 * time.
 *
 * @param identity labels common to all its series
 * @param scrapes times of its scrapes
 * @param series in the order of their names and labels
 */
record Target(
    SortedMap<String, String> identity, NavigableSet<Long> scrapes, List<RawSeries> series) {

  static Target of(SortedMap<String, String> identity, List<RawSeries> series) {
    NavigableSet<Long> scrapes = new TreeSet<>();
    for (RawSeries one : series) {
      for (int i = 0; i < one.size(); i++) {
        scrapes.add(one.timeMillis(i));
      }
    }
    return new Target(identity, scrapes, List.copyOf(series));
  }

  /** Labels of a series without those that belong to its metric. */
  static SortedMap<String, String> identityOf(RawSeries series) {
    SortedMap<String, String> identity = new TreeMap<>(series.labels());
    identity.keySet().removeAll(TelemetryContract.METRIC_LABELS);
    return identity;
  }

  boolean scrapedIn(WindowEdges window) {
    Long last = scrapes.floor(window.endMillis());
    return last != null && window.contains(last);
  }

  Stream<RawSeries> named(String name) {
    return series.stream().filter(s -> s.name().equals(name));
  }

  String pod() {
    return identity.getOrDefault(TelemetryContract.POD, "");
  }

  @Override
  public String toString() {
    return "target " + identity;
  }
}
