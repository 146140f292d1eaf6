package dev.regularizer.core.rollout;

import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Ending;
import dev.regularizer.core.state.Outcome;
import org.jspecify.annotations.Nullable;

/** The new stable serves, the old one is warm: watch, and return at a bad verdict. */
final class Baking {
  private Baking() {}

  static Plan plan(Situation situation, RevisionRecord stable, RevisionRecord previous) {
    var attempt = stable.state().attempt().orElse(null);
    if (attempt != null && attempt.ended() && !attempt.madeStable()) {
      return BakeReturn.plan(situation, stable, previous, attempt);
    }
    if (attempt == null || attempt.bake() == null) {
      return end(
          situation, stable, attempt, Reason.BakeCompleted, situation.call(stable) + " serves");
    }
    if (situation.wants(previous)) {
      return giveBack(
          situation,
          stable,
          previous,
          attempt,
          Outcome.REVERTED,
          Reason.Reverted,
          "the spec is back at " + situation.call(previous) + ", which is warm",
          null);
    }
    if (!situation.wants(stable) && Starting.blocked(situation).isEmpty()) {
      return end(
          situation,
          stable,
          attempt,
          Reason.BakeCut,
          "a new revision is asked for: the bake ends early");
    }
    var restarts = Readiness.restarts(situation, stable, attempt);
    if (restarts > situation.spec().rollout().restartsLimit()) {
      return giveBack(
          situation,
          stable,
          previous,
          attempt,
          Outcome.ROLLED_BACK,
          Reason.RestartsExceeded,
          "containers restarted "
              + restarts
              + " times, limit "
              + situation.spec().rollout().restartsLimit()
              + Readiness.because(situation.workload(stable).explanation()),
          null);
    }
    if (situation.workload(stable).ready() == 0 && situation.workload(previous).ready() > 0) {
      return giveBack(
          situation,
          stable,
          previous,
          attempt,
          Outcome.ROLLED_BACK,
          Reason.CandidateUnavailable,
          "no pod of "
              + situation.call(stable)
              + " is ready"
              + Readiness.because(situation.workload(stable).explanation()),
          null);
    }
    return Watching.plan(situation, stable, previous, attempt, attempt.bake());
  }

  /** Records that the pointer goes back, and moves the traffic in the same pass. */
  static Plan giveBack(
      Situation situation,
      RevisionRecord stable,
      RevisionRecord previous,
      Attempt attempt,
      Outcome outcome,
      Reason reason,
      String message,
      @Nullable String sli) {
    var returned =
        attempt.withEnding(new Ending(outcome, reason, message, sli, situation.now(), null));
    return BakeReturn.plan(situation, stable, previous, returned)
        .as(Phase.ROLLING_BACK, reason, message)
        .write(stable.name(), situation.logged(stable, returned, reason, message));
  }

  /** The old stable is let go. */
  static Plan end(
      Situation situation,
      RevisionRecord stable,
      @Nullable Attempt attempt,
      Reason reason,
      String message) {
    var plan =
        Plan.of(situation, Phase.UP_TO_DATE, reason, message)
            .point(situation.pointers().withPrevious(null))
            .then(UpToDate.upkeep(situation, stable));
    return attempt == null
        ? plan
        : plan.write(
            stable.name(), situation.logged(stable, attempt.withBake(null), reason, message));
  }

  /** Keeps both revisions and the route as they are while the bake runs. */
  static Plan keep(
      Situation situation,
      RevisionRecord stable,
      RevisionRecord previous,
      Attempt attempt,
      Plan plan) {
    return plan.then(
            Split.sizes(
                situation,
                previous,
                situation.stableSize(attempt),
                stable,
                situation.spec().replicas()))
        .then(
            Split.give(situation, stable, 100, previous),
            new Effect.ApplyStableService(stable.name()));
  }
}
