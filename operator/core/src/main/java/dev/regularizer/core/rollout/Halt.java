package dev.regularizer.core.rollout;

import java.util.Optional;

/**
 * What people stopped. Nothing starts, rises or is promoted, and the clocks of steps and deadlines
 * stand; measuring, rolling back, aborting and repairing go on.
 *
 * @param text for people, to be followed by what it means now
 */
record Halt(Reason reason, String text) {

  /** The pause of the spec, or the hold of people on call. */
  static Optional<Halt> of(Situation situation) {
    if (situation.spec().paused()) {
      return Optional.of(new Halt(Reason.Paused, "spec.paused is set"));
    }
    var pointer = situation.pointers().candidate();
    return pointer != null && pointer.held()
        ? Optional.of(new Halt(Reason.HeldByCommand, "held by command until resume"))
        : Optional.empty();
  }

  /** A plan that waits for something, shown as what people stopped: its clock stands. */
  static Plan over(Situation situation, Plan plan) {
    return situation
        .halt()
        .map(one -> plan.as(Phase.HOLDING, one.reason(), one.text() + ": " + plan.message()))
        .orElse(plan);
  }
}
