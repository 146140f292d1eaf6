package dev.regularizer.core.rollout;

import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.effect.Request;
import dev.regularizer.core.present.ModelStatus;
import dev.regularizer.core.state.RevisionState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one pass decided, in the order it is carried out: revision status, model status, effects,
 * requests.
 *
 * @param revision the one revision whose status changes; null when none does
 * @param status the model's new status; null when the stored one is good and its figures are fresh
 * @param reason why, one word
 * @param message why, for people; no live numbers, so that it changes on transitions only
 * @param wakeAt when to look again at the latest
 */
public record Decision(
    @Nullable RevisionWrite revision,
    @Nullable ModelStatus status,
    List<Effect> effects,
    List<Request> requests,
    Phase phase,
    Reason reason,
    String message,
    Instant wakeAt) {
  public Decision {
    effects = List.copyOf(effects);
    requests = List.copyOf(requests);
  }

  /** New status of one ModelRevision. */
  public record RevisionWrite(String name, RevisionState state) {}
}
