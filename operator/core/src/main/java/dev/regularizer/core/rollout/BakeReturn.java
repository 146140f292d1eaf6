package dev.regularizer.core.rollout;

import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.StablePointer;

/** The warm previous stable takes over again: route, Service, then the pointer in one write. */
final class BakeReturn {
  private BakeReturn() {}

  static Plan plan(
      Situation situation, RevisionRecord failed, RevisionRecord previous, Attempt attempt) {
    var ending = attempt.ending();
    if (ending == null) {
      throw new IllegalStateException("no outcome to act on");
    }
    var size = situation.stableSize(attempt);
    var plan =
        Plan.of(situation, Phase.ROLLING_BACK, ending.reason(), ending.message())
            .then(Split.sizes(situation, failed, situation.spec().replicas(), previous, size));
    if (situation.workload(previous).ready() == 0) {
      return plan.as(
          Phase.ROLLING_BACK,
          ending.reason(),
          ending.message() + "; waiting for a ready pod of " + situation.call(previous));
    }
    if (!situation.seen().route().carries(previous.name(), 100)) {
      return plan.then(Split.give(situation, previous, 100, failed));
    }
    if (!previous.name().equals(situation.seen().serving())) {
      return plan.then(new Effect.ApplyStableService(previous.name()));
    }
    var drained = attempt.withEnding(ending.withTrafficOff(situation.now())).withBake(null);
    return plan.write(failed.name(), failed.state().with(drained))
        .point(
            situation
                .pointers()
                .withStable(new StablePointer(previous.name(), situation.now(), Reason.BakeReturn))
                .withPrevious(null)
                .record(Endings.history(failed, drained)));
  }
}
