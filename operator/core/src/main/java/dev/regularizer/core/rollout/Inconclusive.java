package dev.regularizer.core.rollout;

import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.analysis.Verdict;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.spec.Approval;
import dev.regularizer.core.spec.OnInconclusive;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Outcome;
import dev.regularizer.core.state.StepRecord;
import java.util.Optional;

/** The evidence decides nothing, at the deadline or foreseeably: `onInconclusive` decides. */
final class Inconclusive {
  private Inconclusive() {}

  /**
   * Whether a trial may end before its deadline when no verdict can be expected. One that would be
   * promoted goes through its whole plan first.
   */
  static boolean mayBeEarly(Situation situation, boolean planDone) {
    return planDone || situation.spec().rollout().onInconclusive() != OnInconclusive.PROMOTE;
  }

  /**
   * What follows; empty when an outcome does and not everything was counted yet. A hold is a hold
   * all the time, also while the newest window is being fetched.
   */
  static Optional<Plan> plan(
      Situation situation,
      RevisionRecord candidate,
      Attempt attempt,
      boolean caughtUp,
      String message) {
    var plan = plan(situation, candidate, attempt, message);
    return caughtUp || plan.revision() == null ? Optional.of(plan) : Optional.empty();
  }

  private static Plan plan(
      Situation situation, RevisionRecord candidate, Attempt attempt, String message) {
    return switch (situation.spec().rollout().onInconclusive()) {
      case PROMOTE ->
          promotable(attempt)
              ? promote(situation, candidate, attempt, message)
              : Plan.of(
                  situation,
                  Phase.HOLDING,
                  Reason.Inconclusive,
                  message
                      + "; onInconclusive: Promote does not apply while an SLI lacks its minimum or"
                      + " valid data, or traffic is not split");
      case ROLLBACK ->
          Endings.fail(
              situation,
              candidate,
              attempt,
              Outcome.INCONCLUSIVE,
              Reason.Inconclusive,
              message + Texts.unproven(attempt),
              null);
      case HOLD -> Plan.of(situation, Phase.HOLDING, Reason.Inconclusive, message);
    };
  }

  private static Plan promote(
      Situation situation, RevisionRecord candidate, Attempt attempt, String message) {
    var why = message + "; onInconclusive is Promote and every SLI has its minimum";
    return Approvals.missing(situation, attempt, Approval.BEFORE_PROMOTION)
        ? Approvals.awaitPromotion(situation, candidate, attempt, why)
        : Endings.succeed(
            situation,
            candidate,
            attempt,
            Outcome.PROMOTED,
            Reason.PromotedByPolicy,
            message
                + "; promoted because onInconclusive is Promote and every SLI has its minimum"
                + Texts.unproven(attempt));
  }

  /**
   * Every SLI has its minimum, none is without data, invalid or failing, traffic is split, and both
   * revisions were seen in a window since the last weight took effect.
   */
  private static boolean promotable(Attempt attempt) {
    return Holds.notSplit(attempt).isEmpty()
        && attempt.step().map(StepRecord::validWindows).orElse(0) > 0
        && attempt.results().stream().allMatch(Inconclusive::clean);
  }

  private static boolean clean(SliResult one) {
    return one.minimumMet()
        && (one.verdict() == Verdict.Pass || one.verdict() == Verdict.Undecided);
  }
}
