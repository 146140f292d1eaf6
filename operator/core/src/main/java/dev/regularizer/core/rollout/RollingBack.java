package dev.regularizer.core.rollout;

import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.observe.Route;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Ending;
import org.jspecify.annotations.Nullable;

/**
 * The attempt ended badly or is not wanted any more: traffic back, drain, pods away, pointer
 * cleared.
 */
final class RollingBack {
  private RollingBack() {}

  static Plan plan(Situation situation, RevisionRecord candidate, Attempt attempt) {
    var ending = attempt.ending();
    if (ending == null) {
      throw new IllegalStateException("no outcome to act on");
    }
    var plan = Plan.of(situation, Phase.ROLLING_BACK, ending.reason(), ending.message());
    var stable = situation.stable();
    if (stable == null && situation.weight(candidate) > 0) {
      // Nobody else could answer: it is retired when the next revision has the traffic.
      return forget(situation, candidate, attempt, plan);
    }
    if (stable != null && situation.weight(candidate) > 0) {
      if (StableAway.now(situation, candidate)) {
        return plan.as(
                Phase.ROLLING_BACK,
                ending.reason(),
                ending.message() + "; waiting for a ready pod of " + situation.call(stable))
            .then(new Effect.ApplyWorkload(stable.name(), situation.stableSize(attempt)));
      }
      return plan.then(
          new Effect.ApplyWorkload(stable.name(), situation.stableSize(attempt)),
          Split.give(situation, candidate, 0, stable));
    }
    if (stable != null && candidate.name().equals(situation.seen().serving())) {
      // Taken back in the middle of its promotion: the Service leads there already.
      return plan.then(new Effect.ApplyStableService(stable.name()));
    }
    if (!attempt.steps().isEmpty() || candidate.state().attempts().size() > 1) {
      var waiting = drain(situation, candidate, attempt, ending, plan);
      if (waiting != null) {
        return waiting;
      }
    }
    var workload = situation.workload(candidate);
    if (workload.exists() && workload.replicas() > 0) {
      return plan.then(new Effect.ScaleDown(candidate.name()));
    }
    return forget(situation, candidate, attempt, plan);
  }

  private static Plan forget(
      Situation situation, RevisionRecord candidate, Attempt attempt, Plan plan) {
    return plan.point(
        situation.pointers().withCandidate(null).record(Endings.history(candidate, attempt)));
  }

  /** Requests on their way get time to be answered; null when that is over. */
  private static @Nullable Plan drain(
      Situation situation, RevisionRecord candidate, Attempt attempt, Ending ending, Plan plan) {
    var off = ending.trafficOffAt();
    if (off == null) {
      if (situation.seen().route().acceptance() != Route.Acceptance.ACCEPTED) {
        return plan;
      }
      var drained = attempt.withEnding(ending.withTrafficOff(situation.now()));
      return plan.write(candidate.name(), candidate.state().with(drained))
          .wake(situation.now().plus(situation.spec().rollout().drain()));
    }
    var until = off.plus(situation.spec().rollout().drain());
    return situation.now().isBefore(until) ? plan.wake(until) : null;
  }
}
