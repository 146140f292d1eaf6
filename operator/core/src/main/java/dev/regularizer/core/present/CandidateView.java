package dev.regularizer.core.present;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The candidate, for people.
 *
 * @param step 0 before the first
 * @param steps planned ones
 * @param targetWeight percent the running step wants
 * @param weight percent observed on the route
 * @param evidence for rolling back, all SLIs together; 1 decides
 * @param deadline when the trial is inconclusive if every window from now on is observed
 */
public record CandidateView(
    String revision,
    String version,
    int attempt,
    int step,
    int steps,
    int targetWeight,
    int weight,
    int readyReplicas,
    double evidence,
    Instant startedAt,
    @Nullable Instant deadline) {

  /** Without the figures that change at every look. */
  CandidateView settled() {
    return new CandidateView(
        revision,
        version,
        attempt,
        step,
        steps,
        targetWeight,
        weight,
        readyReplicas,
        0,
        startedAt,
        null);
  }
}
