package dev.regularizer.testkit.verdict;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.Risk;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.StableFailure;
import dev.regularizer.core.analysis.VersusAll;
import dev.regularizer.core.counting.CohortSeries;
import dev.regularizer.core.counting.EventSeries;
import dev.regularizer.core.counting.SeriesSelector;
import java.util.List;
import java.util.Optional;

/** Policies as users declare them, with the operator's defaults. */
final class Policies {

  static final Risk RISK = new Risk(.05, .05);

  static final DeclaredSli REJECTIONS = absolute("rejectionRate", new SliKind.RejectionRate(), .01);
  static final DeclaredSli LATENCY = absolute("latency", new SliKind.Latency(.95, .25), .05);
  static final DeclaredSli ERRORS = relative("errorRate", new SliKind.ErrorRate());
  static final DeclaredSli SLOWER = relative("latencyVersusStable", new SliKind.Latency(.95, .25));
  static final DeclaredSli TOXIC =
      absolute(
          "eventRate",
          new SliKind.EventRate(
              new EventSeries(
                  List.of(SeriesSelector.of("toxic_answers_total")),
                  List.of(SeriesSelector.of("answers_total")))),
          .002);

  /** At most the rate at which the budget of one bad request in a thousand lasts. */
  static final DeclaredSli BURN = absolute("errorBudgetBurn", new SliKind.ErrorBudgetBurn(.999), 1);

  static final DeclaredSli WRONG = absolute("predictionError", new SliKind.PredictionError(), .1);
  static final DeclaredSli MORE_WRONG =
      relative("predictionErrorVersusStable", new SliKind.PredictionError());
  static final DeclaredSli CALIBRATION =
      absolute("calibrationError", new SliKind.CalibrationError(), .05);

  static final DeclaredSli COST = relative("costPerPrediction", new SliKind.CostPerPrediction());

  static final DeclaredSli COHORTS =
      declared(
          "cohortError",
          new SliKind.CohortError(CohortSeries.CONTRACT, 20, new VersusAll(1.1, 1.25, .001, .005)),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private Policies() {}

  static List<SliPolicy> of(DeclaredSli... declared) {
    return SliDefaults.resolve(List.of(declared));
  }

  static DeclaredSli absolute(String name, SliKind kind, double objective) {
    return declared(name, kind, Optional.of(objective), Optional.empty(), Optional.empty());
  }

  /** Judged by its objective alone, whatever stable does. */
  static DeclaredSli alone(DeclaredSli sli) {
    return declared(
        sli.name(),
        sli.kind(),
        sli.objective(),
        Optional.empty(),
        Optional.of(StableFailure.Rollback));
  }

  private static DeclaredSli relative(String name, SliKind kind) {
    DeclaredSli.Ratio defaults =
        new DeclaredSli.Ratio(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    return declared(name, kind, Optional.empty(), Optional.of(defaults), Optional.empty());
  }

  private static DeclaredSli declared(
      String name,
      SliKind kind,
      Optional<Double> objective,
      Optional<DeclaredSli.Ratio> versusStable,
      Optional<StableFailure> whenStableFailsToo) {
    return new DeclaredSli(
        name,
        kind,
        Optional.empty(),
        objective,
        Optional.empty(),
        versusStable,
        Optional.empty(),
        Optional.empty(),
        whenStableFailsToo);
  }
}
