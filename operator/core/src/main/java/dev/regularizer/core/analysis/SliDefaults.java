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
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Resolves what users leave out. Decimal arithmetic, so that 1 - 0.95 is 0.05. */
public final class SliDefaults {

  private static final long MINIMUM_SAMPLES = 200;
  private static final long MINIMUM_LABELS = 300;
  private static final long MINIMUM_BAD_EVENTS = 5;
  private static final BigDecimal RATE_MARGIN = new BigDecimal("1.5");
  private static final BigDecimal LATENCY_MARGIN = new BigDecimal("1.3");
  private static final BigDecimal CALIBRATION_MARGIN = new BigDecimal("0.02");
  private static final double RATIO_OBJECTIVE = 1.1;
  private static final BigDecimal RATIO_MARGIN = new BigDecimal("0.4");
  private static final double COST_OBJECTIVE = 1.05;
  private static final BigDecimal COST_MARGIN = new BigDecimal("0.05");
  private static final double COHORT_OBJECTIVE = 1.1;
  private static final BigDecimal COHORT_MARGIN = new BigDecimal("0.15");
  private static final double FLOOR = 0.001;
  private static final double LIMIT_FLOOR = 0.005;

  private SliDefaults() {}

  /** Policies of all SLIs of a model, with equal weights for those that can roll back. */
  public static List<SliPolicy> resolve(List<DeclaredSli> declared) {
    long judging = declared.stream().filter(SliDefaults::spendsAlpha).count();
    return declared.stream().map(sli -> resolve(sli, judging)).toList();
  }

  private static SliPolicy resolve(DeclaredSli sli, long judging) {
    Gate gate = gate(sli);
    Optional<VersusStable> versusStable =
        sli.versusStable().map(declared -> ratio(sli.kind(), declared));
    return new SliPolicy(
        sli.name(),
        sli.kind(),
        gate,
        absolute(sli),
        versusStable,
        sli.minimum().orElse(minimum(sli.kind())),
        MINIMUM_BAD_EVENTS,
        sli.labelDelay().orElse(Duration.ZERO),
        sli.whenStableFailsToo().orElse(StableFailure.Hold),
        spendsAlpha(sli) ? 1.0 / judging : 0,
        1,
        PhiSource.Default,
        sli.holdAbove());
  }

  /**
   * Bins and cohorts need more samples than a share does, a threshold as many as a failure takes.
   */
  private static long minimum(SliKind kind) {
    return switch (kind) {
      case CalibrationError _, CohortError _ -> MINIMUM_LABELS;
      case Query query -> query.failures();
      default -> MINIMUM_SAMPLES;
    };
  }

  private static Gate gate(DeclaredSli sli) {
    return sli.gate()
        .orElse(
            sli.kind() instanceof Query || sli.kind() instanceof CohortError
                ? Gate.NoFail
                : Gate.Pass);
  }

  /** Whether it can roll back by evidence. */
  private static boolean spendsAlpha(DeclaredSli sli) {
    return gate(sli) != Gate.Advisory && !(sli.kind() instanceof Query);
  }

  private static Optional<Absolute> absolute(DeclaredSli sli) {
    if (sli.kind() instanceof ErrorBudgetBurn burn) {
      return Optional.of(burn(sli, BigDecimal.valueOf(burn.budget())));
    }
    Optional<BigDecimal> declared = sli.objective().map(BigDecimal::valueOf);
    Optional<BigDecimal> objective =
        sli.kind() instanceof Latency latency && sli.versusStable().isEmpty()
            ? Optional.of(
                declared.orElse(BigDecimal.ONE.subtract(BigDecimal.valueOf(latency.quantile()))))
            : declared;
    return objective.map(value ->
        new Absolute(value.doubleValue(), sli.limit().orElseGet(() -> limit(sli.kind(), value))));
  }

  /** Burn rates are declared, shares of bad events are judged. */
  private static Absolute burn(DeclaredSli sli, BigDecimal budget) {
    BigDecimal objective =
        sli.objective().map(BigDecimal::valueOf).orElse(BigDecimal.ONE).multiply(budget);
    return new Absolute(
        objective.doubleValue(),
        sli.limit()
            .map(rate -> BigDecimal.valueOf(rate).multiply(budget).doubleValue())
            .orElseGet(() -> limit(sli.kind(), objective)));
  }

  private static double limit(SliKind kind, BigDecimal objective) {
    BigDecimal limit =
        switch (kind) {
          case RejectionRate _, ErrorRate _, EventRate _, PredictionError _, ErrorBudgetBurn _ ->
              objective.multiply(RATE_MARGIN);
          case Latency _ -> objective.multiply(LATENCY_MARGIN);
          case CalibrationError _ -> objective.add(CALIBRATION_MARGIN);
          case CostPerPrediction _ -> objective.add(COST_MARGIN);
          case Query _ -> objective;
          case CohortError _ -> objective.add(COHORT_MARGIN);
        };
    return Math.min(1, limit.doubleValue());
  }

  /** The line of cohorts. */
  public static VersusAll versusAll(DeclaredSli.Ratio declared) {
    double objective = declared.objective().orElse(COHORT_OBJECTIVE);
    double floor = declared.floor().orElse(FLOOR);
    return new VersusAll(
        objective,
        declared
            .limit()
            .orElseGet(() -> BigDecimal.valueOf(objective).add(COHORT_MARGIN).doubleValue()),
        floor,
        declared.limitFloor().orElse(Math.max(floor, LIMIT_FLOOR)));
  }

  private static VersusStable ratio(SliKind kind, DeclaredSli.Ratio declared) {
    if (kind instanceof CostPerPrediction) {
      double objective = declared.objective().orElse(COST_OBJECTIVE);
      double limit =
          declared
              .limit()
              .orElseGet(() -> BigDecimal.valueOf(objective).add(COST_MARGIN).doubleValue());
      return new VersusStable(objective, limit, 0, 0);
    }
    double objective = declared.objective().orElse(RATIO_OBJECTIVE);
    double floor = declared.floor().orElse(FLOOR);
    return new VersusStable(
        objective,
        declared
            .limit()
            .orElseGet(() -> BigDecimal.valueOf(objective).add(RATIO_MARGIN).doubleValue()),
        floor,
        declared.limitFloor().orElse(Math.max(floor, LIMIT_FLOOR)));
  }
}
