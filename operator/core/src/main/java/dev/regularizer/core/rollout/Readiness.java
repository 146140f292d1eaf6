package dev.regularizer.core.rollout;

import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.quantity.GoDuration;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Outcome;
import java.time.Instant;
import java.util.Optional;

/** Whether pods that got no traffic yet will ever be ready. */
final class Readiness {
  private Readiness() {}

  /**
   * The attempt's end when its pods restart too often or are not ready in time; empty while there
   * is hope.
   */
  static Optional<Plan> lost(Situation situation, RevisionRecord candidate, Attempt attempt) {
    var workload = situation.workload(candidate);
    var restarts = restarts(situation, candidate, attempt);
    var limit = situation.spec().rollout().restartsLimit();
    if (restarts > limit) {
      return Optional.of(
          Endings.fail(
              situation,
              candidate,
              attempt,
              Outcome.NOT_READY,
              Reason.RestartsExceeded,
              "containers restarted "
                  + restarts
                  + " times before any traffic, limit "
                  + limit
                  + because(workload.explanation()),
              null));
    }
    if (situation.halt().isEmpty()
        && !situation.now().isBefore(deadline(situation, situation.askedAt(attempt)))) {
      return Optional.of(
          Endings.fail(
              situation,
              candidate,
              attempt,
              Outcome.NOT_READY,
              Reason.ProgressDeadlineExceeded,
              "pods were not ready within progressDeadline "
                  + GoDuration.format(situation.spec().progressDeadline())
                  + because(workload.explanation()),
              null));
    }
    return Optional.empty();
  }

  /** Container restarts of a revision's pods since its attempt began. */
  static int restarts(Situation situation, RevisionRecord revision, Attempt attempt) {
    return Math.max(0, situation.workload(revision).restarts() - attempt.restartsAtStart());
  }

  /** When pods asked for at an instant have to be ready. */
  static Instant deadline(Situation situation, Instant since) {
    return since.plus(situation.spec().progressDeadline());
  }

  /** A cause in the cluster's words, ready to be appended. */
  static String because(String explanation) {
    return explanation.isEmpty() ? "" : ": " + explanation;
  }
}
