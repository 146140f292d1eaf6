package dev.regularizer.core.analysis;

import dev.regularizer.core.counting.CostSeries;
import dev.regularizer.core.counting.EventSeries;
import dev.regularizer.core.counting.LabelSeries;
import dev.regularizer.core.counting.SeriesSelector;
import dev.regularizer.core.counting.TelemetryContract;

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

  /** Mean cost of a prediction, against that of stable in the same windows. */
  record CostPerPrediction(CostSeries series) implements SliKind {
    /** From the counters of the telemetry contract. */
    public CostPerPrediction() {
      this(CostSeries.CONTRACT);
    }
  }

  /** Whether its samples are labelled predictions, known late, and not requests. */
  default boolean countsLabels() {
    return switch (this) {
      case CalibrationError _, PredictionError _ -> true;
      case RejectionRate _, ErrorRate _, EventRate _, Latency _, CostPerPrediction _ -> false;
    };
  }
}
