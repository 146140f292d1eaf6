package dev.regularizer.core.counting;

import dev.regularizer.core.statistics.CalibrationCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** All samples of one revision in one answer, ready to be counted window by window. */
public final class ArmSamples {

  private final List<ScrapedProcess> processes;
  private final CountingContext context;
  private final ArmSelector arm;
  private final SampleMatrix matrix;

  private ArmSamples(
      List<ScrapedProcess> processes,
      CountingContext context,
      ArmSelector arm,
      SampleMatrix matrix) {
    this.processes = processes;
    this.arm = arm;
    this.matrix = matrix;
    this.context = context;
  }

  /** The samples that belong to a revision, grouped by the process that counted. */
  public static ArmSamples of(SampleMatrix matrix, ArmSelector arm, CountingContext context) {
    Map<String, List<RawSeries>> groups = new LinkedHashMap<>();
    boolean whole = arm.isAboutTargets();
    for (RawSeries series : matrix.series()) {
      List<RawSeries> group = groups.get(series.target());
      if (group == null || !whole) {
        boolean ours = arm.matches(series.labels());
        if (group == null) {
          group = new ArrayList<>();
          groups.put(series.target(), group);
        }
        if (ours) {
          group.add(series);
        }
      } else if (!group.isEmpty()) {
        group.add(series);
      }
    }
    groups.values().removeIf(List::isEmpty);
    List<Target> targets =
        groups.values().stream().map(series -> Target.of(series, context)).toList();
    return new ArmSamples(ScrapedProcess.of(targets), context, arm, matrix);
  }

  /** Whether Prometheus stored any sample of this revision in the window. */
  public boolean observed(WindowEdges window) {
    return processes.stream().anyMatch(one -> one.scrapedIn(window));
  }

  /** First attempts by outcome. */
  public Reading<PredictionCounts> predictions(WindowEdges window) {
    return count(window, PredictionReader::read);
  }

  /** Bad events among all. */
  public Reading<EventCounts> events(WindowEdges window, EventSeries series) {
    return count(window, (active, edges) -> EventReader.read(active, edges, series));
  }

  /** Predictions slower than a threshold in seconds, as a histogram has them. */
  public Reading<LatencyCounts> latency(
      WindowEdges window, double thresholdSeconds, SeriesSelector histogram) {
    return count(
        window, (active, edges) -> LatencyReader.read(active, edges, thresholdSeconds, histogram));
  }

  /** Labelled predictions by confidence bin. */
  public Reading<CalibrationCounts> calibration(WindowEdges window, LabelSeries series) {
    return count(window, (active, edges) -> CalibrationReader.read(active, edges, series));
  }

  /** Wrong answers among the labelled predictions. */
  public Reading<EventCounts> wrongAnswers(WindowEdges window, LabelSeries series) {
    return count(window, (active, edges) -> WrongAnswerReader.read(active, edges, series));
  }

  /** Cost of predictions. */
  public Reading<CostCounts> cost(WindowEdges window, CostSeries series) {
    return count(window, (active, edges) -> CostReader.read(active, edges, series));
  }

  /** The number an expression of the user gave for this revision at the end of the window. */
  public Reading<Double> expression(WindowEdges window, String template) {
    return Expression.of(template, arm, context.window()).read(matrix, window);
  }

  private <T> Reading<T> count(
      WindowEdges window, BiFunction<List<Target>, WindowEdges, Optional<T>> reader) {
    try {
      List<Target> active = new ArrayList<>();
      boolean unknown = false;
      for (ScrapedProcess process : processes) {
        if (process.scrapedIn(window)) {
          Target target = process.counted(window, context);
          unknown |= ScrapeCheck.check(target, window, context) == ScrapeCheck.Start.Unknown;
          active.add(target);
        }
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
