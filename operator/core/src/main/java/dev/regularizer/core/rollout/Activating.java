package dev.regularizer.core.rollout;

import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.AttemptKind;
import dev.regularizer.core.state.Outcome;

/**
 * A revision that serves without a trial once all its pods are ready: the first one, or a former
 * stable.
 */
final class Activating {
  private Activating() {}

  static Plan plan(Situation situation, RevisionRecord candidate, Attempt attempt) {
    var size = situation.stableSize(attempt);
    var ready = situation.workload(candidate).ready();
    if (ready < size) {
      return Readiness.lost(situation, candidate, attempt)
          .orElseGet(() ->
              Halt.over(
                  situation,
                  Plan.of(
                          situation,
                          Phase.PENDING,
                          Reason.AwaitingPods,
                          Texts.awaiting(situation, candidate, size))
                      .then(Split.sizes(situation, candidate, size, situation.stable(), size))
                      .wake(Readiness.deadline(situation, situation.askedAt(attempt)))));
    }
    var halt = situation.halt();
    if (halt.isPresent()) {
      return Plan.of(
              situation,
              Phase.HOLDING,
              halt.get().reason(),
              halt.get().text() + ": " + situation.call(candidate) + " is ready and waits")
          .then(Split.sizes(situation, candidate, size, situation.stable(), size));
    }
    var refusal = Acceptance.refusal(situation);
    if (refusal.isPresent()) {
      return Plan.of(situation, Phase.HOLDING, refusal.get().reason(), refusal.get().message());
    }
    return attempt.kind() == AttemptKind.INSTALL
        ? Endings.succeed(
            situation,
            candidate,
            attempt,
            Outcome.INSTALLED,
            Reason.Installed,
            "first revision, all its pods are ready")
        : Endings.succeed(
            situation,
            candidate,
            attempt,
            Outcome.REVERTED,
            Reason.Reverted,
            "back to a former stable revision, all its pods are ready; no trial");
  }
}
