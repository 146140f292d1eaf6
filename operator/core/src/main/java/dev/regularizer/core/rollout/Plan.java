package dev.regularizer.core.rollout;

import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.effect.Request;
import dev.regularizer.core.state.Pointers;
import dev.regularizer.core.state.RevisionState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one situation calls for, before roles, conditions and events are added.
 *
 * @param pointers as they should be
 * @param revision the one revision status to write; null for none
 */
record Plan(
    Pointers pointers,
    Decision.@Nullable RevisionWrite revision,
    List<Effect> effects,
    List<Request> requests,
    Phase phase,
    Reason reason,
    String message,
    Instant wakeAt) {
  private static final Duration RESYNC = Duration.ofSeconds(60);

  Plan {
    effects = List.copyOf(effects);
    requests = List.copyOf(requests);
  }

  /** A plan that changes nothing. */
  static Plan of(Situation situation, Phase phase, Reason reason, String message) {
    return new Plan(
        situation.pointers(),
        null,
        List.of(),
        List.of(),
        phase,
        reason,
        message,
        situation.now().plus(RESYNC));
  }

  /** The same plan, shown as another phase. */
  Plan as(Phase shown, Reason why, String text) {
    return new Plan(pointers, revision, effects, requests, shown, why, text, wakeAt);
  }

  Plan point(Pointers next) {
    return new Plan(next, revision, effects, requests, phase, reason, message, wakeAt);
  }

  Plan write(String name, RevisionState state) {
    var next = new Decision.RevisionWrite(name, state);
    return new Plan(pointers, next, effects, requests, phase, reason, message, wakeAt);
  }

  Plan then(Effect... more) {
    return then(List.of(more));
  }

  Plan then(List<? extends Effect> more) {
    var all = new ArrayList<>(effects);
    all.addAll(more);
    return new Plan(pointers, revision, all, requests, phase, reason, message, wakeAt);
  }

  Plan ask(Request request) {
    var all = new ArrayList<>(requests);
    all.add(request);
    return new Plan(pointers, revision, effects, all, phase, reason, message, wakeAt);
  }

  /** Looks again no later than this. */
  Plan wake(Instant at) {
    var sooner = at.isBefore(wakeAt) ? at : wakeAt;
    return new Plan(pointers, revision, effects, requests, phase, reason, message, sooner);
  }
}
