package dev.regularizer.core.counting;

import java.util.Map;

/**
 * The counters of labelled predictions, each by {@link TelemetryContract#BIN}. A prediction error
 * asks for the labelled and the right ones only, and for no bins.
 *
 * @param labeled labelled predictions
 * @param confidence sum of their confidences
 * @param correct how many of them were right
 * @param source who exports them
 */
public record LabelSeries(
    SeriesSelector labeled, SeriesSelector confidence, SeriesSelector correct, LabelSource source) {

  /** The counters of the telemetry contract. */
  public static final LabelSeries CONTRACT =
      new LabelSeries(
          SeriesSelector.of(TelemetryContract.LABELED),
          SeriesSelector.of(TelemetryContract.CONFIDENCE),
          SeriesSelector.of(TelemetryContract.CORRECT));

  /** Counters that the pods of a revision export. */
  public LabelSeries(SeriesSelector labeled, SeriesSelector confidence, SeriesSelector correct) {
    this(labeled, confidence, correct, LabelSource.Server);
  }

  /** The same counters from another source. */
  public LabelSeries from(LabelSource other) {
    return new LabelSeries(labeled, confidence, correct, other);
  }

  /** The same counters, of series with these labels besides. */
  LabelSeries with(Map<String, String> more) {
    return new LabelSeries(labeled.with(more), confidence.with(more), correct.with(more), source);
  }
}
