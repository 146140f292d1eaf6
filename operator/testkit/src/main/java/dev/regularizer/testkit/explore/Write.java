package dev.regularizer.testkit.explore;

import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.present.ModelStatus;
import dev.regularizer.core.state.Outcome;
import dev.regularizer.core.state.RevisionState;

/** One request to the API server, as the operator makes it while it carries out a decision. */
sealed interface Write {

  /** Status of a ModelRevision, with the version that was read. */
  record OfRevision(int revision, RevisionState state) implements Write {}

  /** The outcome as an annotation, with the version of the status just written. */
  record OfOutcome(int revision, Outcome outcome) implements Write {}

  /** Status of the model, with the version that was read. */
  record OfStatus(ModelStatus status) implements Write {}

  /** An effect. */
  record OfEffect(Effect effect) implements Write {}

  /** The ModelRevision after everything else of a revision that is pruned. */
  record OfPruned(int revision) implements Write {}

  /** For people. */
  default String text() {
    return switch (this) {
      case OfRevision(var revision, var state) ->
          "status of "
              + Wish.version(revision)
              + state
                  .attempt()
                  .map(one ->
                      " attempt "
                          + one.number()
                          + " step "
                          + one.stepNumber()
                          + (one.ending() == null ? "" : " " + one.ending().outcome()))
                  .orElse("");
      case OfOutcome(var revision, var outcome) ->
          "outcome of " + Wish.version(revision) + ": " + outcome;
      case OfStatus(var status) -> "model status " + status.phase() + ": " + status.message();
      case OfEffect(var effect) -> effect.toString();
      case OfPruned(var revision) -> "delete ModelRevision " + Wish.version(revision);
    };
  }
}
