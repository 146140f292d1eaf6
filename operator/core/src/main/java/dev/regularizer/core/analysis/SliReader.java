package dev.regularizer.core.analysis;

import dev.regularizer.core.analysis.SliKind.CalibrationError;
import dev.regularizer.core.analysis.SliKind.CohortError;
import dev.regularizer.core.analysis.SliKind.CostPerPrediction;
import dev.regularizer.core.analysis.SliKind.ErrorBudgetBurn;
import dev.regularizer.core.analysis.SliKind.ErrorRate;
import dev.regularizer.core.analysis.SliKind.EventRate;
import dev.regularizer.core.analysis.SliKind.Latency;
import dev.regularizer.core.analysis.SliKind.PredictionError;
import dev.regularizer.core.analysis.SliKind.Query;
import dev.regularizer.core.analysis.SliKind.RejectionRate;
import dev.regularizer.core.counting.ArmSamples;
import dev.regularizer.core.counting.EventCounts;
import dev.regularizer.core.counting.Reading;
import dev.regularizer.core.counting.WindowEdges;

/** Reads what an SLI needs from the samples of one revision. */
public final class SliReader {

  private SliReader() {}

  /** Counts of one SLI in one window. */
  public static Reading<WindowCounts> read(SliKind kind, ArmSamples samples, WindowEdges window) {
    return switch (kind) {
      case RejectionRate(var series) -> events(samples.events(window, series));
      case ErrorRate(var series) -> events(samples.events(window, series));
      case EventRate(var series) -> events(samples.events(window, series));
      case PredictionError(var series) -> events(samples.wrongAnswers(window, series));
      case Latency latency ->
          samples
              .latency(window, latency.thresholdSeconds(), latency.histogram())
              .map(c -> new WindowCounts.Events(c.surelySlower(), c.possiblySlower(), c.total()));
      case CalibrationError(var series) ->
          samples.calibration(window, series).map(WindowCounts.Bins::new);
      case ErrorBudgetBurn burn -> events(samples.events(window, burn.series()));
      case Query query ->
          samples.expression(window, query.expression()).map(WindowCounts.Value::new);
      case CohortError cohorts ->
          samples.cohorts(window, cohorts.series()).map(WindowCounts.Cohorts::new);
      case CostPerPrediction(var series) ->
          samples
              .cost(window, series)
              .map(c -> new WindowCounts.Costs(c.cost(), c.unit(), c.predictions()));
    };
  }

  private static Reading<WindowCounts> events(Reading<EventCounts> reading) {
    return reading.map(c -> new WindowCounts.Events(c.bad(), c.bad(), c.total()));
  }
}
