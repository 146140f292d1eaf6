package dev.regularizer.core.rollout;

import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.StepRecord;
import java.util.List;

/**
 * Stable has no ready pod and the candidate has: users go where pods are until stable is back. That
 * is no promotion, and what is measured meanwhile does not count.
 */
final class StableAway {
  private static final int ALL = 100;

  private StableAway() {}

  /** Whether the candidate alone can answer. */
  static boolean now(Situation situation, RevisionRecord candidate) {
    var stable = situation.stable();
    return stable != null
        && situation.workload(stable).ready() == 0
        && situation.workload(candidate).ready() > 0;
  }

  /** Percent a step gives the candidate: its weight, or everything. */
  static int weight(Situation situation, RevisionRecord candidate, StepRecord step) {
    return now(situation, candidate) ? ALL : step.weight();
  }

  /** Gives the candidate everything; the step takes effect again when stable is back. */
  static Plan plan(
      Situation situation, RevisionRecord candidate, Attempt attempt, StepRecord step) {
    var stable = situation.stable();
    var message =
        (stable == null ? "no pod of stable" : "no pod of " + situation.call(stable))
            + " is ready"
            + (stable == null ? "" : Readiness.because(situation.workload(stable).explanation()))
            + "; "
            + situation.call(candidate)
            + " gets all traffic until one is";
    var plan =
        Plan.of(situation, Phase.HOLDING, Reason.StableUnavailable, message)
            .then(
                situation.weight(candidate) == ALL
                    ? List.<Effect>of()
                    : List.of(Split.give(situation, candidate, ALL, stable)));
    if (step.effectiveAt() == null) {
      return plan;
    }
    var next = attempt.withStep(step.disturbed(situation.now()));
    return plan.write(
        candidate.name(), situation.logged(candidate, next, Reason.StableUnavailable, message));
  }
}
