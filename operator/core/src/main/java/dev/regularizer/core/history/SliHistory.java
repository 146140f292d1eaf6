package dev.regularizer.core.history;

import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.WindowCounts;
import dev.regularizer.core.analysis.WindowCounts.Bins;
import dev.regularizer.core.analysis.WindowCounts.Cohorts;
import dev.regularizer.core.analysis.WindowCounts.Costs;
import dev.regularizer.core.analysis.WindowCounts.Events;
import dev.regularizer.core.analysis.WindowCounts.Value;
import dev.regularizer.core.counting.CohortCounts;
import dev.regularizer.core.statistics.CalibrationCounts;
import dev.regularizer.core.statistics.Overdispersion;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/**
 * What stable counted for one SLI.
 *
 * @param events per window with events, oldest first; empty for others
 * @param bins all labelled predictions by confidence; none for others
 * @param cohorts all labelled predictions by cohort; none for others
 * @param paid all predictions with a cost; 0 for others
 * @param values numbers of an expression; none for others
 */
public record SliHistory(
    List<Events> events,
    CalibrationCounts bins,
    CohortCounts cohorts,
    long paid,
    QueryHistory values) {

  static final SliHistory START =
      new SliHistory(List.of(), CalibrationCounts.NONE, CohortCounts.NONE, 0, QueryHistory.NONE);

  /** Copies the list. */
  public SliHistory {
    events = List.copyOf(events);
  }

  SliHistory plus(WindowCounts counts, SliKind kind) {
    return switch (counts) {
      case Events window when window.trials() > 0 -> {
        List<Events> all = new ArrayList<>(events);
        all.add(window);
        yield new SliHistory(all, bins, cohorts, paid, values);
      }
      case Events _ -> this;
      case Bins labels -> new SliHistory(events, bins.plus(labels.counts()), cohorts, paid, values);
      case Cohorts labels ->
          new SliHistory(events, bins, cohorts.plus(labels.counts()), paid, values);
      case Costs costs -> new SliHistory(events, bins, cohorts, paid + costs.trials(), values);
      case Value(double number) ->
          kind instanceof SliKind.Query query
              ? new SliHistory(events, bins, cohorts, paid, values.plus(number > query.maximum()))
              : this;
    };
  }

  /** All events. */
  Events total() {
    return events.stream().reduce(Events.NONE, Events::plus);
  }

  /** Samples of the SLI in all windows. */
  long samples() {
    return total().trials() + bins.total() + cohorts.total().labeled() + paid + values.windows();
  }

  /**
   * Overdispersion of its events; where a histogram is not exact, the larger one of what its bounds
   * give.
   */
  OptionalDouble phi() {
    OptionalDouble surely = phi(Events::surely);
    OptionalDouble possibly = phi(Events::possibly);
    return surely.isPresent() && possibly.isPresent()
        ? OptionalDouble.of(Math.max(surely.getAsDouble(), possibly.getAsDouble()))
        : possibly;
  }

  private OptionalDouble phi(ToLongFunction<Events> bad) {
    return Overdispersion.of(
        events.stream()
            .map(one -> new Overdispersion.Window(bad.applyAsLong(one), one.trials()))
            .toList());
  }
}
