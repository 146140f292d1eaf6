package dev.regularizer.core.history;

import java.util.List;

/**
 * The traffic of stable before an attempt.
 *
 * @param windows in which something was measured; 0 when Prometheus did not answer in time
 * @param slis per SLI, in the order of the policy
 */
public record StableTraffic(int windows, List<SliTraffic> slis) {

  /** Copies the list. */
  public StableTraffic {
    slis = List.copyOf(slis);
  }

  /** Nothing is known. */
  public static StableTraffic unknown() {
    return new StableTraffic(0, List.of());
  }
}
