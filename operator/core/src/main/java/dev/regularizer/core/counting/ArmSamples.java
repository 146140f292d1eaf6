package dev.regularizer.core.counting;

import dev.regularizer.core.statistics.CalibrationCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;

/** All samples of one revision in one answer, ready to be counted window by window. */
public final class ArmSamples {

  private final List<Target> targets;
  private final CountingContext context;

  private ArmSamples(List<Target> targets, CountingContext context) {
    this.targets = List.copyOf(targets);
    this.context = context;
  }

  /** The samples that belong to a revision, grouped by scrape target. */
  public static ArmSamples of(SampleMatrix matrix, ArmSelector arm, CountingContext context) {
    Map<SortedMap<String, String>, List<RawSeries>> groups = new LinkedHashMap<>();
    for (RawSeries series : matrix.series()) {
      if (arm.matches(series.labels())) {
        groups.computeIfAbsent(Target.identityOf(series), _ -> new ArrayList<>()).add(series);
      }
    }
    List<Target> targets = new ArrayList<>();
    groups.forEach((identity, series) -> targets.add(Target.of(identity, series)));
    return new ArmSamples(targets, context);
  }

  /** Whether Prometheus stored any sample of this revision in the window. */
  public boolean observed(WindowEdges window) {
    return targets.stream().anyMatch(t -> t.scrapedIn(window));
  }

  /** First attempts by outcome. */
  public Reading<PredictionCounts> predictions(WindowEdges window) {
    return count(window, PredictionReader::read);
  }

  /** Predictions slower than a threshold in seconds. */
  public Reading<LatencyCounts> latency(WindowEdges window, double thresholdSeconds) {
    return count(window, (active, edges) -> LatencyReader.read(active, edges, thresholdSeconds));
  }

  /** Labelled predictions by confidence bin. */
  public Reading<CalibrationCounts> calibration(WindowEdges window) {
    return count(window, CalibrationReader::read);
  }

  private <T> Reading<T> count(
      WindowEdges window, BiFunction<List<Target>, WindowEdges, Optional<T>> reader) {
    List<Target> active = targets.stream().filter(t -> t.scrapedIn(window)).toList();
    try {
      boolean unknown = false;
      for (Target target : active) {
        unknown |= ScrapeCheck.check(target, window, context) == ScrapeCheck.Start.Unknown;
      }
      if (unknown) {
        return new Reading.ReadBack<>();
      }
      return reader
          .apply(active, window)
          .<Reading<T>>map(Reading.Counted::new)
          .orElseGet(Reading.NoData::new);
    } catch (InvalidSamplesException e) {
      return new Reading.Invalid<>(e.reason(), String.valueOf(e.getMessage()));
    }
  }
}
