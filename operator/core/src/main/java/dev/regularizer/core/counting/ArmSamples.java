package dev.regularizer.core.counting;

import dev.regularizer.core.statistics.CalibrationCounts;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** All samples of one revision in one answer, ready to be counted window by window. */
public final class ArmSamples {

  private final SamplesByTarget samples;
  private final ScrapedArm pods;
  private final CountingContext context;
  private final ArmSelector arm;
  private @Nullable ScrapedArm labelers;

  ArmSamples(SamplesByTarget samples, ArmSelector arm, CountingContext context) {
    this.samples = samples;
    this.arm = arm;
    this.context = context;
    this.pods =
        new ScrapedArm(
            arm.isAboutTargets()
                ? samples.ofTargets(arm::matches, context)
                : samples.ofSeries(arm::matches, context),
            context);
  }

  /** The samples that belong to a revision, grouped by the process that counted. */
  public static ArmSamples of(SampleMatrix matrix, ArmSelector arm, CountingContext context) {
    return SamplesByTarget.of(matrix).arm(arm, context);
  }

  /** Whether Prometheus stored any sample of this revision in the window. */
  public boolean observed(WindowEdges window) {
    return pods.scrapedIn(window);
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
        series.source() == LabelSource.Labeler ? series.with(arm.labelerLabels()) : series;
    return count(
        exporters(series.source()),
        window,
        (active, edges) -> CohortReader.read(active, edges, ours));
  }

  private LabelSeries ours(LabelSeries series) {
    return series.source() == LabelSource.Labeler ? series.with(arm.labelerLabels()) : series;
  }

  private ScrapedArm exporters(LabelSource source) {
    return switch (source) {
      case Server -> pods;
      case Labeler -> labelers();
    };
  }

  /** Found at the first question: few models have a labeler. */
  private ScrapedArm labelers() {
    if (labelers == null) {
      labelers = new ScrapedArm(samples.ofSeries(arm::isOfLabeler, context), context);
    }
    return labelers;
  }

  /** Cost of predictions. */
  public Reading<CostCounts> cost(WindowEdges window, CostSeries series) {
    return count(window, (active, edges) -> CostReader.read(active, edges, series));
  }

  /** The number an expression of the user gave for this revision at the end of the window. */
  public Reading<Double> expression(WindowEdges window, String template) {
    return Expression.of(template, arm, context.window()).read(samples.matrix(), window);
  }

  private <T> Reading<T> count(
      WindowEdges window, BiFunction<List<Target>, WindowEdges, Optional<T>> reader) {
    return count(pods, window, reader);
  }

  private static <T> Reading<T> count(
      ScrapedArm scraped,
      WindowEdges window,
      BiFunction<List<Target>, WindowEdges, Optional<T>> reader) {
    try {
      Optional<List<Target>> active = scraped.in(window);
      return active.isEmpty()
          ? new Reading.ReadBack<>()
          : reader
              .apply(active.get(), window)
              .<Reading<T>>map(Reading.Counted::new)
              .orElseGet(Reading.NoData::new);
    } catch (InvalidSamplesException e) {
      return new Reading.Invalid<>(e.reason(), String.valueOf(e.getMessage()));
    }
  }
}
