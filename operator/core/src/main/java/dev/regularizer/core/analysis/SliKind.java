package dev.regularizer.core.analysis;

/** What an SLI measures. */
public sealed interface SliKind {

  /** Share of first attempts that a guard rejected. */
  record RejectionRate() implements SliKind {}

  /** Share of first attempts that failed. */
  record ErrorRate() implements SliKind {}

  /**
   * Share of predictions slower than a threshold; a quantile objective is an objective on this
   * share.
   *
   * @param quantile in (0, 1): at least this share must be as fast as the threshold
   * @param thresholdSeconds above 0
   */
  record Latency(double quantile, double thresholdSeconds) implements SliKind {
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
  }

  /** Expected calibration error of the labelled predictions. */
  record CalibrationError() implements SliKind {}
}
