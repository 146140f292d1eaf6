package dev.regularizer.core.counting;

import java.util.Map;

/**
 * The counters of labelled predictions by cohort.
 *
 * @param labeled labelled predictions
 * @param errors the wrong ones among them; a cohort that exports none has none, unless no cohort
 *     does
 * @param label whose values are the cohorts
 * @param source who exports them
 */
public record CohortSeries(
    SeriesSelector labeled, SeriesSelector errors, String label, LabelSource source) {

  /** The counters of the telemetry contract. */
  public static final CohortSeries CONTRACT =
      new CohortSeries(
          SeriesSelector.of(TelemetryContract.COHORT_LABELED),
          SeriesSelector.of(TelemetryContract.COHORT_ERRORS),
          TelemetryContract.COHORT,
          LabelSource.Server);

  /** The same counters with their cohorts in another label. */
  public CohortSeries by(String other) {
    return new CohortSeries(labeled, errors, other, source);
  }

  /** The same counters from another source. */
  public CohortSeries from(LabelSource other) {
    return new CohortSeries(labeled, errors, label, other);
  }

  /** The same counters, of series with these labels besides. */
  CohortSeries with(Map<String, String> more) {
    return new CohortSeries(labeled.with(more), errors.with(more), label, source);
  }
}
