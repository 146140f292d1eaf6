package dev.regularizer.controller.wire;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.PhiSource;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.StableFailure;
import dev.regularizer.core.analysis.VersusAll;
import dev.regularizer.core.counting.CohortSeries;
import dev.regularizer.core.counting.EventSeries;
import dev.regularizer.core.counting.LabelSource;
import dev.regularizer.core.counting.SeriesSelector;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Policies in which every field says something. */
final class StoredPolicies {
  private static final EventSeries TOXIC =
      new EventSeries(
          List.of(SeriesSelector.of("toxic_answers_total")),
          List.of(SeriesSelector.of("answers_total", Map.of("lang", "en"))));

  private StoredPolicies() {}

  /** One SLI of every kind. */
  static List<SliPolicy> everyKind() {
    var declared =
        List.of(
            new DeclaredSli(
                "rejections",
                new SliKind.RejectionRate(),
                Optional.of(Gate.NoFail),
                Optional.of(.01),
                Optional.of(.017),
                Optional.empty(),
                Optional.of(250L),
                Optional.empty(),
                Optional.of(StableFailure.Rollback)),
            sli("errors", new SliKind.ErrorRate(), Optional.empty(), true),
            sli("slow", new SliKind.Latency(.99, .0375), Optional.empty(), false),
            sli("calibration", new SliKind.CalibrationError(), Optional.of(.05), false)
                .holdingAbove(Optional.of(25)),
            sli("cost", new SliKind.CostPerPrediction(), Optional.empty(), true),
            sli("wrong", new SliKind.PredictionError(), Optional.of(.1), false),
            sli("toxic", new SliKind.EventRate(TOXIC), Optional.empty(), true),
            sli("burn", new SliKind.ErrorBudgetBurn(.9995), Optional.of(14.4), false),
            sli(
                "queue",
                new SliKind.Query("avg(queue_depth{$(selector)})", .1 + .2, 3),
                Optional.empty(),
                false),
            sli(
                "fairness",
                new SliKind.CohortError(
                    CohortSeries.CONTRACT.by("region").from(LabelSource.Labeler),
                    7,
                    new VersusAll(1.2, 1.3, .002, .01)),
                Optional.empty(),
                false));
    return SliDefaults.resolve(declared).stream()
        .map(sli -> sli.name().equals("errors") ? sli.withPhi(1.37, PhiSource.History) : sli)
        .toList();
  }

  private static DeclaredSli sli(
      String name, SliKind kind, Optional<Double> objective, boolean versusStable) {
    return new DeclaredSli(
        name,
        kind,
        Optional.empty(),
        objective,
        Optional.empty(),
        versusStable
            ? Optional.of(
                new DeclaredSli.Ratio(
                    Optional.of(1.1), Optional.empty(), Optional.empty(), Optional.empty()))
            : Optional.empty(),
        Optional.empty(),
        Optional.of(Duration.ofMinutes(30)),
        Optional.empty());
  }
}
