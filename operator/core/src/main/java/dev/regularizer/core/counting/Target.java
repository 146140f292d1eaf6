package dev.regularizer.core.counting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One scrape target of a revision as one scraper saw it: usually a container of a pod. All series
 * of one scrape share its time.
 */
final class Target {

  private final String key;
  private final SortedMap<String, String> identity;
  private final ScrapeLine line;
  private final Optional<HiddenRestart> hiddenRestart;
  private final Map<String, List<RawSeries>> byName;
  private final Map<SeriesSelector, Optional<ClassicHistogram>> histograms = new HashMap<>();

  private Target(
      String key,
      SortedMap<String, String> identity,
      ScrapeLine line,
      Optional<HiddenRestart> hiddenRestart,
      Map<String, List<RawSeries>> byName) {
    this.key = key;
    this.identity = identity;
    this.line = line;
    this.hiddenRestart = hiddenRestart;
    this.byName = byName;
  }

  /**
   * A target.
   *
   * @param series all its series, in the order of their names and labels
   */
  static Target of(List<RawSeries> series, CountingContext context) {
    SortedMap<String, String> identity = new TreeMap<>();
    series
        .getFirst()
        .labels()
        .forEach((label, value) -> {
          if (TelemetryContract.isOfTarget(label, value)) {
            identity.put(label, value);
          }
        });
    ScrapeLine seen = ScrapeLine.of(series, context.seedMillis());
    Optional<HiddenRestart> hidden =
        HiddenRestart.find(seen, identity.getOrDefault(TelemetryContract.POD, ""), context)
            .filter(restart -> countedBefore(series, restart.firstScrape()));
    ScrapeLine line = hidden.map(one -> seen.restarted(one.firstScrape())).orElse(seen);
    Map<String, List<RawSeries>> byName = new HashMap<>();
    String name = "";
    List<RawSeries> named = new ArrayList<>();
    for (RawSeries one : series) {
      if (!one.name().equals(name)) {
        name = one.name();
        named = byName.computeIfAbsent(name, _ -> new ArrayList<>());
      }
      named.add(one.in(line));
    }
    return new Target(series.getFirst().target(), identity, line, hidden, byName);
  }

  private static boolean countedBefore(List<RawSeries> series, long timeMillis) {
    return series.stream().anyMatch(one -> one.isPositiveAt(timeMillis - 1));
  }

  /** Its labels as text, in whose order targets are counted. */
  String key() {
    return key;
  }

  /** A restart that samples alone do not show. */
  Optional<HiddenRestart> hiddenRestart() {
    return hiddenRestart;
  }

  ScrapeLine scrapes() {
    return line;
  }

  boolean scrapedIn(WindowEdges window) {
    return line.scrapedIn(window.startMillis(), window.endMillis());
  }

  Stream<RawSeries> named(String name) {
    return all(name).stream();
  }

  /** The series of a metric. */
  List<RawSeries> all(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** The series a selector selects. */
  List<RawSeries> all(SeriesSelector selector) {
    List<RawSeries> named = all(selector.metric());
    if (selector.isWhole()) {
      return named;
    }
    List<RawSeries> selected = new ArrayList<>(named.size());
    for (RawSeries series : named) {
      if (selector.matches(series)) {
        selected.add(series);
      }
    }
    return selected;
  }

  /** What any of the selectors selects, each series once. */
  List<RawSeries> all(List<SeriesSelector> selectors) {
    return selectors.size() == 1
        ? all(selectors.getFirst())
        : selectors.stream().flatMap(this::selected).distinct().toList();
  }

  Stream<RawSeries> selected(SeriesSelector selector) {
    return all(selector).stream();
  }

  /** What any of the selectors selects, each series once. */
  Stream<RawSeries> selected(List<SeriesSelector> selectors) {
    return all(selectors).stream();
  }

  /** The classic histogram of a name, if it exports one; put together once. */
  Optional<ClassicHistogram> classic(SeriesSelector histogram) {
    Optional<ClassicHistogram> known = histograms.get(histogram);
    if (known == null) {
      known = ClassicHistogram.of(this, histogram);
      histograms.put(histogram, known);
    }
    return known;
  }

  String pod() {
    return identity.getOrDefault(TelemetryContract.POD, "");
  }

  /** What this target shares with all others that stand for the same process. */
  SortedMap<String, String> process() {
    SortedMap<String, String> process = new TreeMap<>(identity);
    process.keySet().removeAll(TelemetryContract.REPLICA_LABELS);
    if (process.containsKey(TelemetryContract.INSTANCE)) {
      process.keySet().removeAll(TelemetryContract.JOB_LABELS);
    }
    return process;
  }

  /** Whether both export a metric of the same name: then they count the same events. */
  boolean overlaps(Target other) {
    return byName.keySet().stream().anyMatch(other.byName::containsKey);
  }

  @Override
  public String toString() {
    return "target " + identity;
  }
}
