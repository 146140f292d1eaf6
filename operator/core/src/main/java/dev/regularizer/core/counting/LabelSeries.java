package dev.regularizer.core.counting;

/**
 * The counters of labelled predictions, each by {@link TelemetryContract#BIN}. A prediction error
 * asks for the labelled and the right ones only, and for no bins.
 *
 * @param labeled labelled predictions
 * @param confidence sum of their confidences
 * @param correct how many of them were right
 */
public record LabelSeries(
    SeriesSelector labeled, SeriesSelector confidence, SeriesSelector correct) {

  /** The counters of the telemetry contract. */
  public static final LabelSeries CONTRACT =
      new LabelSeries(
          SeriesSelector.of(TelemetryContract.LABELED),
          SeriesSelector.of(TelemetryContract.CONFIDENCE),
          SeriesSelector.of(TelemetryContract.CORRECT));
}
