package dev.regularizer.core.rollout;

import dev.regularizer.core.state.Attempt;

/**
 * Keeps the candidate pointer at the attempt that runs, and stops the clock of its pods while
 * people make it wait.
 */
final class Clocks {
  private Clocks() {}

  static Situation set(Situation situation, Attempt attempt) {
    var pointer = situation.pointers().candidate();
    if (pointer == null || attempt.ended()) {
      return situation;
    }
    // A crash may have begun an attempt that the pointer does not name yet.
    var current =
        pointer.attempt() < attempt.number()
            ? situation.with(situation.pointers().withCandidate(pointer.next(attempt.number())))
            : situation;
    return stopped(current, attempt);
  }

  private static Situation stopped(Situation situation, Attempt attempt) {
    var pointer = situation.pointers().candidate();
    if (pointer == null) {
      return situation;
    }
    var stands =
        attempt.steps().isEmpty()
            && (situation.halt().isPresent() || Approvals.startMissing(situation, attempt));
    var next = pointer.withStandstill(pointer.standstill().standing(stands, situation.now()));
    return next.equals(pointer)
        ? situation
        : situation.with(situation.pointers().withCandidate(next));
  }
}
