package dev.regularizer.core.counting;

import java.util.List;

/**
 * The counters of what predictions cost.
 *
 * @param cost sum of the costs, by {@link TelemetryContract#UNIT}
 * @param predictions what was paid for, a sum of counters
 */
public record CostSeries(SeriesSelector cost, List<SeriesSelector> predictions) {

  /** The counters of the telemetry contract. */
  public static final CostSeries CONTRACT =
      new CostSeries(SeriesSelector.of(TelemetryContract.COST), EventSeries.PREDICTIONS);

  /** Copies the list; a cost of nothing is none. */
  public CostSeries {
    predictions = List.copyOf(predictions);
    if (predictions.isEmpty()) {
      throw new IllegalArgumentException("a cost without a counter of predictions");
    }
  }
}
