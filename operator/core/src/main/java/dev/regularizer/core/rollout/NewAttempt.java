package dev.regularizer.core.rollout;

import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.AttemptKind;
import dev.regularizer.core.state.LookLog;
import dev.regularizer.core.state.Measurements;
import java.util.List;

/** What an attempt is when it begins. */
final class NewAttempt {
  private NewAttempt() {}

  /**
   * The number of a revision's next attempt. One that still runs is gone on with: the revision may
   * also have been read too early to see how it ended, and then the next pass finds the outcome,
   * which a new attempt would pass over.
   */
  static int number(RevisionRecord revision) {
    return revision
        .state()
        .attempt()
        .map(last -> last.ended() ? last.number() + 1 : last.number())
        .orElse(1);
  }

  /** The attempt that begins now. */
  static Attempt of(Situation situation, RevisionRecord candidate, int number) {
    var spec = situation.spec();
    var stable = situation.stable();
    var kind =
        stable == null
            ? AttemptKind.INSTALL
            : FormerStables.within(situation, candidate) ? AttemptKind.REVERT : AttemptKind.TRIAL;
    return new Attempt(
        number,
        kind,
        spec.policy(),
        stable == null ? null : stable.name(),
        stable == null ? spec.replicas() : situation.workload(stable).replicas(),
        situation.workload(candidate).restarts(),
        situation.now(),
        List.of(),
        Measurements.start(spec.policy().slis().size()),
        null,
        null,
        LookLog.NONE,
        null);
  }
}
