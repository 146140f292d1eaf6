package dev.regularizer.core.present;

import dev.regularizer.core.rollout.Reason;
import java.time.Instant;

/**
 * One condition of a model, as Kubernetes defines them.
 *
 * @param reason CamelCase word; one of {@link Reason} or `Unknown`
 * @param lastTransition when the status last changed
 */
public record Condition(
    Type type,
    Status status,
    String reason,
    String message,
    Instant lastTransition,
    long observedGeneration) {

  /**
   * The conditions of a model, in the order they are listed: kstatus takes the first that applies.
   */
  public enum Type {
    Reconciling,
    Stalled,
    Ready,
    Available,
    Accepted,
    TrafficApplied,
    PrometheusReachable,
    PolicyValid
  }

  /** True, False, or not known yet. */
  public enum Status {
    True,
    False,
    Unknown
  }
}
