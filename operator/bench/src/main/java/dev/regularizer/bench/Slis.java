package dev.regularizer.bench;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.counting.CohortSeries;
import java.util.List;
import java.util.Optional;

/** The SLIs of a look: every kind that is counted, absolute and against stable. */
final class Slis {
  private static final DeclaredSli.Ratio USUAL =
      new DeclaredSli.Ratio(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private Slis() {}

  static List<DeclaredSli> declared() {
    return List.of(
        absolute("rejections", new SliKind.RejectionRate(), .01),
        versusStable("rejections-stable", new SliKind.RejectionRate()),
        absolute("errors", new SliKind.ErrorRate(), .01),
        versusStable("errors-stable", new SliKind.ErrorRate()),
        absolute("burn", new SliKind.ErrorBudgetBurn(.99), 1),
        absolute("latency-100ms", new SliKind.Latency(.95, .1), .05),
        absolute("latency-500ms", new SliKind.Latency(.95, .5), .05),
        versusStable("latency-stable", new SliKind.Latency(.95, .25)),
        absolute("calibration", new SliKind.CalibrationError(), .05),
        versusStable("calibration-stable", new SliKind.CalibrationError()),
        absolute("wrong", new SliKind.PredictionError(), .3),
        declared(
            "fairness",
            new SliKind.CohortError(
                CohortSeries.CONTRACT, Pods.COHORTS, SliDefaults.versusAll(USUAL)),
            Optional.empty(),
            Optional.empty()),
        versusStable("cost", new SliKind.CostPerPrediction()));
  }

  private static DeclaredSli absolute(String name, SliKind kind, double objective) {
    return declared(name, kind, Optional.of(objective), Optional.empty());
  }

  private static DeclaredSli versusStable(String name, SliKind kind) {
    return declared(name, kind, Optional.empty(), Optional.of(USUAL));
  }

  private static DeclaredSli declared(
      String name,
      SliKind kind,
      Optional<Double> objective,
      Optional<DeclaredSli.Ratio> versusStable) {
    return new DeclaredSli(
        name,
        kind,
        Optional.empty(),
        objective,
        Optional.empty(),
        versusStable,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
