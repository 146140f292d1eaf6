package dev.regularizer.core.present;

import dev.regularizer.core.rollout.Reason;
import java.time.Instant;

/**
 * The stable revision, for people.
 *
 * @param weight observed percent of traffic
 */
public record ServedView(
    String revision, String version, int weight, int readyReplicas, Instant since, Reason reason) {

  /** Without the count that changes while pods come and go. */
  ServedView settled() {
    return new ServedView(revision, version, weight, 0, since, reason);
  }
}
