package dev.regularizer.core.rollout;

import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.present.ModelStatus;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.StepRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * States that the very next pass leaves behind. The model's status is for people and tools: it
 * leaves them out unless they last, since every write is paid for by the API server.
 */
final class Passing {
  private static final Duration LASTS = Duration.ofSeconds(2);

  private Passing() {}

  /** When a transition of the status has to be written at the latest; now for most. */
  static Instant until(Situation situation, Plan plan, ModelStatus stored, ModelStatus next) {
    if (!plan.pointers().equals(stored.pointers())) {
      return situation.now();
    }
    if (plan.reason() == Reason.StepStarted) {
      // The intent lies on the revision; the model shows it once its weight is in force.
      return plan.revision() != null
          ? situation.now().plus(LASTS)
          : begun(situation).orElse(situation.now()).plus(LASTS);
    }
    return saysTheSame(stored, next) ? stored.refreshedAt().plus(LASTS) : situation.now();
  }

  private static boolean saysTheSame(ModelStatus stored, ModelStatus next) {
    return stored.phase() == next.phase()
        && stored.observedGeneration() == next.observedGeneration()
        && stored.message().equals(next.message());
  }

  private static Optional<Instant> begun(Situation situation) {
    return Optional.ofNullable(situation.candidate())
        .map(RevisionRecord::state)
        .flatMap(state -> state.attempt())
        .flatMap(Attempt::step)
        .map(StepRecord::intentAt);
  }
}
