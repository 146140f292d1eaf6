package dev.regularizer.core.rollout;

import dev.regularizer.core.observe.RevisionRecord;
import java.util.Optional;

/** Another attempt of a revision whose last one ended badly. */
final class Retrying {
  private Retrying() {}

  /** Why a revision is not tried again; empty when it may be. */
  static Optional<String> obstacle(Situation situation, RevisionRecord revision) {
    if (!situation.wants(revision)) {
      return Optional.of("the spec asks for " + situation.target().name() + " now");
    }
    if (situation.candidate() != null) {
      return Optional.of(
          "a trial of "
              + situation.call(situation.candidate())
              + " is not over yet; wait until phase RolledBack and set the annotation again");
    }
    if (situation.previous() != null) {
      return Optional.of("a bake runs; wait until it is over and set the annotation again");
    }
    if (situation.pointers().candidate() != null
        || Starting.settledOutcome(situation, revision).isEmpty()) {
      return Optional.of("no attempt of " + situation.call(revision) + " ended badly");
    }
    return Acceptance.refusal(situation)
        .map(Acceptance.Refusal::message)
        .or(() ->
            situation.halt().map(halt -> halt.text() + ": nothing starts; set it to false first"));
  }
}
