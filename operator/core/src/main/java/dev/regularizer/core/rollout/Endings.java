package dev.regularizer.core.rollout;

import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.AttemptKind;
import dev.regularizer.core.state.Ending;
import dev.regularizer.core.state.HistoryEntry;
import dev.regularizer.core.state.Outcome;
import org.jspecify.annotations.Nullable;

/** How attempts end: the outcome is recorded first, everything else follows from it. */
final class Endings {
  private Endings() {}

  /**
   * Ends an attempt that did not make its revision stable, and takes its traffic away in the same
   * pass.
   */
  static Plan fail(
      Situation situation,
      RevisionRecord candidate,
      Attempt attempt,
      Outcome outcome,
      Reason reason,
      String message,
      @Nullable String sli) {
    var ended =
        attempt.withEnding(new Ending(outcome, reason, message, sli, situation.now(), null));
    var plan = RollingBack.plan(situation, candidate, ended);
    return plan.as(Phase.ROLLING_BACK, reason, message)
        .write(candidate.name(), situation.logged(candidate, ended, reason, message));
  }

  /** The spec asks for something else than the candidate. */
  static Plan unwanted(Situation situation, RevisionRecord candidate, Attempt attempt) {
    var stable = situation.stable();
    if (stable != null && situation.wants(stable)) {
      return fail(
          situation,
          candidate,
          attempt,
          // A return that is called off is none: Reverted would say that it served.
          attempt.kind() == AttemptKind.TRIAL ? Outcome.REVERTED : Outcome.SUPERSEDED,
          Reason.Reverted,
          "the spec is back at " + situation.call(stable) + ", which serves",
          null);
    }
    return fail(
        situation,
        candidate,
        attempt,
        Outcome.SUPERSEDED,
        Reason.Superseded,
        "the spec asks for " + situation.target().name() + " now",
        null);
  }

  /** Ends an attempt whose revision becomes stable. */
  static Plan succeed(
      Situation situation,
      RevisionRecord candidate,
      Attempt attempt,
      Outcome outcome,
      Reason reason,
      String message) {
    var ended =
        attempt.withEnding(new Ending(outcome, reason, message, null, situation.now(), null));
    return Promoting.plan(situation, candidate, ended)
        .as(Phase.PROMOTING, reason, message)
        .write(candidate.name(), situation.logged(candidate, ended, reason, message));
  }

  /** The entry of the model's history for an ended attempt. */
  static HistoryEntry history(RevisionRecord revision, Attempt attempt) {
    var ending = attempt.ending();
    if (ending == null) {
      throw new IllegalArgumentException(
          "attempt " + attempt.number() + " of " + revision.name() + " still runs");
    }
    return new HistoryEntry(
        revision.name(),
        attempt.number(),
        ending.outcome(),
        ending.reason(),
        attempt.startedAt(),
        ending.at());
  }
}
