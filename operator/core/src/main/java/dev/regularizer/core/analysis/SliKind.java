package dev.regularizer.core.analysis;

import dev.regularizer.core.counting.CohortSeries;
import dev.regularizer.core.counting.CostSeries;
import dev.regularizer.core.counting.EventSeries;
import dev.regularizer.core.counting.Expression;
import dev.regularizer.core.counting.LabelSeries;
import dev.regularizer.core.counting.SeriesSelector;
import dev.regularizer.core.counting.TelemetryContract;
import java.math.BigDecimal;

/** What an SLI measures, and from which series. */
public sealed interface SliKind {

  /** Share of first attempts that a guard rejected. */
  record RejectionRate(EventSeries series) implements SliKind {
    /** From the counters of the telemetry contract. */
    public RejectionRate() {
      this(EventSeries.REJECTIONS);
    }
  }

  /** Share of first attempts that failed. */
  record ErrorRate(EventSeries series) implements SliKind {
    /** From the counters of the telemetry contract. */
    public ErrorRate() {
      this(EventSeries.ERRORS);
    }
  }

  /** Share of bad events among events of the user's own choice. */
  record EventRate(EventSeries series) implements SliKind {}

  /**
   * Share of predictions slower than a threshold; a quantile objective is an objective on this
   * share.
   *
   * @param quantile in (0, 1): at least this share must be as fast as the threshold
   * @param thresholdSeconds above 0
   * @param histogram of times to answer in seconds, classic or native
   */
  record Latency(double quantile, double thresholdSeconds, SeriesSelector histogram)
      implements SliKind {

    /** The histogram of the telemetry contract. */
    public static final SeriesSelector CONTRACT = SeriesSelector.of(TelemetryContract.DURATION);

    /** Checks the ranges. */
    public Latency {
      if (!(quantile > 0 && quantile < 1)) {
        throw new IllegalArgumentException("quantile " + quantile + " is not in (0, 1)");
      }
      if (!(thresholdSeconds > 0 && thresholdSeconds < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "threshold " + thresholdSeconds + " s is not a positive time");
      }
    }

    /** From the histogram of the telemetry contract. */
    public Latency(double quantile, double thresholdSeconds) {
      this(quantile, thresholdSeconds, CONTRACT);
    }
  }

  /** Expected calibration error of the labelled predictions. */
  record CalibrationError(LabelSeries series) implements SliKind {
    /** From the counters of the telemetry contract. */
    public CalibrationError() {
      this(LabelSeries.CONTRACT);
    }
  }

  /** Share of wrong answers among the labelled predictions. */
  record PredictionError(LabelSeries series) implements SliKind {
    /** From the counters of the telemetry contract. */
    public PredictionError() {
      this(LabelSeries.CONTRACT);
    }
  }

  /**
   * Share of wrong ones among the labelled predictions of each cohort, against that of all cohorts
   * of the same revision.
   *
   * @param maxCohorts cohorts that are judged one by one, the last place for all others; 2 to 20
   * @param versusAll the line
   */
  record CohortError(CohortSeries series, int maxCohorts, VersusAll versusAll) implements SliKind {

    /** Most cohorts: counters must not multiply without bound. */
    public static final int MOST = 20;

    /** Checks the range. */
    public CohortError {
      if (maxCohorts < 2 || maxCohorts > MOST) {
        throw new IllegalArgumentException("maxCohorts " + maxCohorts + " is not in 2 to " + MOST);
      }
    }
  }

  /** Mean cost of a prediction, against that of stable in the same windows. */
  record CostPerPrediction(CostSeries series) implements SliKind {
    /** From the counters of the telemetry contract. */
    public CostPerPrediction() {
      this(CostSeries.CONTRACT);
    }
  }

  /**
   * How fast the error budget of a service-level objective is spent: the share of bad events,
   * divided by the share the objective allows.
   *
   * @param slo share of events that must be good, in (0, 1)
   */
  record ErrorBudgetBurn(double slo, EventSeries series) implements SliKind {

    /** Checks the range. */
    public ErrorBudgetBurn {
      if (!(slo > 0 && slo < 1)) {
        throw new IllegalArgumentException("slo " + slo + " is not in (0, 1)");
      }
    }

    /** From the counters of the telemetry contract: a failed first attempt spends budget. */
    public ErrorBudgetBurn(double slo) {
      this(slo, EventSeries.ERRORS);
    }

    /** Share of events that may be bad; decimal arithmetic, so that 1 - 0.999 is 0.001. */
    public double budget() {
      return BigDecimal.ONE.subtract(BigDecimal.valueOf(slo)).doubleValue();
    }

    /** The burn rate of a share of bad events: 1 spends the budget just in time. */
    public double rate(double share) {
      return share / budget();
    }
  }

  /**
   * A number that an expression of the user gives for a revision, held against a threshold: too
   * often in a row above it is a Fail. No statistics, so no promise.
   *
   * @param expression PromQL with {@code $(selector)} and perhaps {@code $(window)}
   * @param maximum largest good value
   * @param failures windows in a row above it that fail, from 1
   */
  record Query(String expression, double maximum, int failures) implements SliKind {

    /** Checks the ranges. */
    public Query {
      if (!expression.contains(Expression.SELECTOR)) {
        throw new IllegalArgumentException(
            "expression without %s: it would not tell the revisions apart"
                .formatted(Expression.SELECTOR));
      }
      if (!Double.isFinite(maximum) || failures < 1) {
        throw new IllegalArgumentException(
            "maximum %s, failures %s; allowed: a number, and from 1".formatted(maximum, failures));
      }
    }
  }

  /** Whether its samples are labelled predictions, known late, and not requests. */
  default boolean countsLabels() {
    return switch (this) {
      case CalibrationError _, PredictionError _, CohortError _ -> true;
      case RejectionRate _,
          ErrorRate _,
          EventRate _,
          Latency _,
          CostPerPrediction _,
          ErrorBudgetBurn _,
          Query _ ->
          false;
    };
  }
}
