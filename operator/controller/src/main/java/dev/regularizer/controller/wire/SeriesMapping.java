package dev.regularizer.controller.wire;

import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.counting.CohortSeries;
import dev.regularizer.core.counting.CostSeries;
import dev.regularizer.core.counting.EventSeries;
import dev.regularizer.core.counting.LabelSeries;
import dev.regularizer.core.counting.LabelSource;
import dev.regularizer.core.counting.SeriesSelector;
import dev.regularizer.crds.attempt.SeriesLabel;
import dev.regularizer.crds.attempt.SliSeriesStatus;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The series of an SLI as an attempt keeps them; none for those of the telemetry contract. */
final class SeriesMapping {
  private static final String BAD = "Bad";
  private static final String TOTAL = "Total";
  private static final String HISTOGRAM = "Histogram";
  private static final String LABELED = "Labeled";
  private static final String CONFIDENCE = "Confidence";
  private static final String CORRECT = "Correct";
  private static final String ERRORS = "Errors";
  private static final String COST = "Cost";
  private static final String PREDICTIONS = "Predictions";

  private final List<SliSeriesStatus> series;

  SeriesMapping(List<SliSeriesStatus> series) {
    this.series = series;
  }

  static List<SliSeriesStatus> write(SliKind kind) {
    return switch (kind) {
      case SliKind.RejectionRate(var events) -> write(events, EventSeries.REJECTIONS);
      case SliKind.ErrorRate(var events) -> write(events, EventSeries.ERRORS);
      case SliKind.EventRate(var events) -> writeAll(events);
      case SliKind.Latency latency ->
          latency.histogram().equals(SliKind.Latency.CONTRACT)
              ? List.of()
              : List.of(write(HISTOGRAM, latency.histogram()));
      case SliKind.CostPerPrediction(var costs) -> write(costs);
      case SliKind.CalibrationError(var labels) -> write(labels);
      case SliKind.PredictionError(var labels) -> write(labels);
      case SliKind.Query _ -> List.of();
      case SliKind.ErrorBudgetBurn burn -> write(burn.series(), EventSeries.ERRORS);
      case SliKind.CohortError cohorts -> write(cohorts.series());
    };
  }

  EventSeries events(EventSeries contract) {
    return series.isEmpty() ? contract : events();
  }

  /** Of an SLI that has no series by contract. */
  EventSeries events() {
    return new EventSeries(all(BAD), all(TOTAL));
  }

  CostSeries costs(CostSeries contract) {
    return series.isEmpty() ? contract : new CostSeries(one(COST), all(PREDICTIONS));
  }

  SeriesSelector histogram(SeriesSelector contract) {
    return series.isEmpty() ? contract : one(HISTOGRAM);
  }

  LabelSeries labels(LabelSeries contract) {
    return series.isEmpty()
        ? contract
        : new LabelSeries(one(LABELED), one(CONFIDENCE), one(CORRECT));
  }

  CohortSeries cohorts(String label, LabelSource source) {
    var contract = CohortSeries.CONTRACT;
    return series.isEmpty()
        ? contract.by(label).from(source)
        : new CohortSeries(one(LABELED), one(ERRORS), label, source);
  }

  private static List<SliSeriesStatus> write(EventSeries events, EventSeries contract) {
    return events.equals(contract) ? List.of() : writeAll(events);
  }

  private static List<SliSeriesStatus> writeAll(EventSeries events) {
    return Stream.concat(
            events.bad().stream().map(it -> write(BAD, it)),
            events.total().stream().map(it -> write(TOTAL, it)))
        .toList();
  }

  private static List<SliSeriesStatus> write(LabelSeries labels) {
    return labels.from(LabelSeries.CONTRACT.source()).equals(LabelSeries.CONTRACT)
        ? List.of()
        : List.of(
            write(LABELED, labels.labeled()),
            write(CONFIDENCE, labels.confidence()),
            write(CORRECT, labels.correct()));
  }

  /** Label and source are kept beside the series. */
  private static List<SliSeriesStatus> write(CohortSeries cohorts) {
    var contract = CohortSeries.CONTRACT;
    return cohorts.by(contract.label()).from(contract.source()).equals(contract)
        ? List.of()
        : List.of(write(LABELED, cohorts.labeled()), write(ERRORS, cohorts.errors()));
  }

  private static List<SliSeriesStatus> write(CostSeries costs) {
    return costs.equals(CostSeries.CONTRACT)
        ? List.of()
        : Stream.concat(
                Stream.of(write(COST, costs.cost())),
                costs.predictions().stream().map(it -> write(PREDICTIONS, it)))
            .toList();
  }

  private static SliSeriesStatus write(String role, SeriesSelector selector) {
    return new SliSeriesStatus(
        role, selector.metric(), write(selector.labels()), write(selector.excluded()));
  }

  private static List<SeriesLabel> write(SortedMap<String, Set<String>> labels) {
    return labels.entrySet().stream()
        .map(it -> new SeriesLabel(it.getKey(), List.copyOf(it.getValue())))
        .toList();
  }

  private SeriesSelector one(String role) {
    return all(role).stream()
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("series " + role + " are missing"));
  }

  private List<SeriesSelector> all(String role) {
    return series.stream()
        .filter(it -> it.role().equals(role))
        .map(it -> new SeriesSelector(it.metric(), read(it.labels()), read(it.excluded())))
        .toList();
  }

  private static SortedMap<String, Set<String>> read(List<SeriesLabel> labels) {
    var all = new TreeMap<String, Set<String>>();
    labels.forEach(it -> all.put(it.name(), new TreeSet<>(it.values())));
    return all;
  }
}
