package dev.regularizer.core.history;

import java.util.List;
import java.util.Optional;

/**
 * The traffic of stable before an attempt.
 *
 * @param windows in which something was measured; 0 when Prometheus did not answer in time
 * @param slis per SLI, in the order of the policy
 * @param lastWeight percent of traffic of the last planned step, which `needed` depends on
 * @param reading how it was read, for a replay; empty when that is not kept
 */
public record StableTraffic(
    int windows, List<SliTraffic> slis, int lastWeight, Optional<HistoryReading> reading) {

  /** Copies the list. */
  public StableTraffic {
    slis = List.copyOf(slis);
  }

  /** Traffic that nobody will count again. */
  public StableTraffic(int windows, List<SliTraffic> slis) {
    this(windows, slis, 0, Optional.empty());
  }

  /** Nothing is known. */
  public static StableTraffic unknown() {
    return new StableTraffic(0, List.of());
  }

  /** The same, with how it was read. */
  public StableTraffic readBy(HistoryReading how) {
    return new StableTraffic(windows, slis, lastWeight, Optional.of(how));
  }
}
