package dev.regularizer.core.rollout;

import dev.regularizer.core.command.Token;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.state.Attempt;

/** What commands are bound to. */
final class Tokens {
  private Tokens() {}

  /** The token of an attempt as it stands. */
  static String of(RevisionRecord revision, Attempt attempt) {
    return new Token(revision.suffix(), attempt.number(), attempt.stepNumber()).text();
  }

  /**
   * The token a command may name now: of the trial, of the bake, or of the attempt that `retry`
   * would repeat; empty when there is nothing to command.
   */
  static String current(Situation situation) {
    var candidate = situation.candidate();
    if (candidate != null) {
      return candidate.state().attempt().map(one -> of(candidate, one)).orElse("");
    }
    var stable = situation.stable();
    if (stable != null && situation.previous() != null) {
      return stable.state().attempt().map(one -> of(stable, one)).orElse("");
    }
    var target = situation.target().revision();
    return target == null || target.outcome().isEmpty() || serves(situation, target)
        ? ""
        : target
            .state()
            .attempt()
            .map(one -> of(target, one))
            .orElse(new Token(target.suffix(), 1, 0).text());
  }

  private static boolean serves(Situation situation, RevisionRecord revision) {
    var stable = situation.pointers().stable();
    return stable != null && stable.revision().equals(revision.name());
  }
}
