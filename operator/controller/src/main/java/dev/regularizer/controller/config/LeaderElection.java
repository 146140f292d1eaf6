package dev.regularizer.controller.config;

import java.time.Duration;

/**
 * How replicas of the operator agree on the one that acts.
 *
 * @param leaseDuration time after which a silent leader may be replaced
 * @param renewDeadline time after which a leader that cannot renew gives up
 * @param retryPeriod time between two tries
 */
public record LeaderElection(
    boolean enabled, Duration leaseDuration, Duration renewDeadline, Duration retryPeriod) {
  /** One replica, no lease. */
  public static final LeaderElection OFF =
      new LeaderElection(false, Duration.ZERO, Duration.ZERO, Duration.ZERO);
}
