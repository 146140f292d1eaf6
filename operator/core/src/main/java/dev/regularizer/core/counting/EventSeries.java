package dev.regularizer.core.counting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The counters a share of bad events is made of.
 *
 * @param bad the bad ones, a sum of counters; a revision that exports none has none
 * @param total all events, bad ones among them; a sum of counters, too
 */
public record EventSeries(List<SeriesSelector> bad, List<SeriesSelector> total) {

  /** First attempts of every outcome, as the telemetry contract has them. */
  public static final List<SeriesSelector> PREDICTIONS =
      List.of(
          new SeriesSelector(
              TelemetryContract.PREDICTIONS,
              new TreeMap<>(
                  Map.of(
                      TelemetryContract.OUTCOME,
                      Set.of(
                          TelemetryContract.SERVED,
                          TelemetryContract.REJECTED,
                          TelemetryContract.ERROR)))));

  /** Rejected first attempts. */
  public static final EventSeries REJECTIONS =
      new EventSeries(outcome(TelemetryContract.REJECTED), PREDICTIONS);

  /** Failed first attempts. */
  public static final EventSeries ERRORS =
      new EventSeries(outcome(TelemetryContract.ERROR), PREDICTIONS);

  /** Copies the lists; without a counter of all events there is nothing to judge. */
  public EventSeries {
    bad = List.copyOf(bad);
    total = List.copyOf(total);
    if (bad.isEmpty() || total.isEmpty()) {
      throw new IllegalArgumentException(
          "%s counters of bad events, %s of all; each needs at least one"
              .formatted(bad.size(), total.size()));
    }
  }

  private static List<SeriesSelector> outcome(String outcome) {
    return List.of(
        SeriesSelector.of(
            TelemetryContract.PREDICTIONS, Map.of(TelemetryContract.OUTCOME, outcome)));
  }
}
