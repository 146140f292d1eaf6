package dev.regularizer.core.counting;

import dev.regularizer.core.statistics.CalibrationCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** All samples of one revision in one answer, ready to be counted window by window. */
public final class ArmSamples {

  private final List<ScrapedProcess> processes;
  private final List<ScrapedProcess> labelers;
  private final Map<String, String> labelerLabels;
  private final CountingContext context;
  private final ArmSelector arm;
  private final SampleMatrix matrix;

  private ArmSamples(
      List<ScrapedProcess> processes,
      List<ScrapedProcess> labelers,
      CountingContext context,
      ArmSelector arm,
      SampleMatrix matrix) {
    this.processes = processes;
    this.labelers = labelers;
    this.labelerLabels = arm.labelerLabels();
    this.arm = arm;
    this.matrix = matrix;
    this.context = context;
  }

  /** The samples that belong to a revision, grouped by the process that counted. */
  public static ArmSamples of(SampleMatrix matrix, ArmSelector arm, CountingContext context) {
    return new ArmSamples(
        processes(matrix, arm::matches, arm.isAboutTargets(), context),
        processes(matrix, arm::isOfLabeler, false, context),
        context,
        arm,
        matrix);
  }

  /**
   * Processes of the series that belong to somebody.
   *
   * @param whole whether all series of a target belong if one does
   */
  private static List<ScrapedProcess> processes(
      SampleMatrix matrix,
      Predicate<Map<String, String>> belongs,
      boolean whole,
      CountingContext context) {
    Map<String, List<RawSeries>> groups = new LinkedHashMap<>();
    for (RawSeries series : matrix.series()) {
      List<RawSeries> group = groups.get(series.target());
      if (group == null || !whole) {
        boolean ours = belongs.test(series.labels());
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
    return ScrapedProcess.of(
        groups.values().stream().map(series -> Target.of(series, context)).toList());
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
    LabelSeries ours = ours(series);
    return count(
        exporters(series.source()),
        window,
        (active, edges) -> CalibrationReader.read(active, edges, ours));
  }

  /** Wrong answers among the labelled predictions. */
  public Reading<EventCounts> wrongAnswers(WindowEdges window, LabelSeries series) {
    LabelSeries ours = ours(series);
    return count(
        exporters(series.source()),
        window,
        (active, edges) -> WrongAnswerReader.read(active, edges, ours));
  }

  /** Labelled predictions by cohort. */
  public Reading<CohortCounts> cohorts(WindowEdges window, CohortSeries series) {
    CohortSeries ours =
        series.source() == LabelSource.Labeler ? series.with(labelerLabels) : series;
    return count(
        exporters(series.source()),
        window,
        (active, edges) -> CohortReader.read(active, edges, ours));
  }

  private LabelSeries ours(LabelSeries series) {
    return series.source() == LabelSource.Labeler ? series.with(labelerLabels) : series;
  }

  private List<ScrapedProcess> exporters(LabelSource source) {
    return switch (source) {
      case Server -> processes;
      case Labeler -> labelers;
    };
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
    return count(processes, window, reader);
  }

  private <T> Reading<T> count(
      List<ScrapedProcess> scraped,
      WindowEdges window,
      BiFunction<List<Target>, WindowEdges, Optional<T>> reader) {
    try {
      List<Target> active = new ArrayList<>();
      boolean unknown = false;
      for (ScrapedProcess process : scraped) {
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
