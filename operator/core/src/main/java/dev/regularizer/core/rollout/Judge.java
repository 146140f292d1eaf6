package dev.regularizer.core.rollout;

import dev.regularizer.core.analysis.RolloutVerdict;
import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.quantity.GoDuration;
import dev.regularizer.core.spec.Approval;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Outcome;
import dev.regularizer.core.state.StepRecord;
import java.time.Duration;
import java.util.List;

/**
 * From evidence to a decision: roll back, promote, take the next step, hold, or go on.
 *
 * <p>Harm is looked for first and always. Promotion asks that the last step's time is over, every
 * Pass gate was met, every NoFail gate has its minimum, nothing is Fail, and at least one valid
 * window with samples of both arms opened and closed after the last weight took effect.
 */
final class Judge {
  private Judge() {}

  /**
   * Decides from what is stored.
   *
   * @param caughtUp every closed window was counted and Prometheus answered the last look
   * @param inStep at most the newest window was not
   */
  static Plan judge(
      Situation situation,
      RevisionRecord candidate,
      Attempt attempt,
      boolean caughtUp,
      boolean inStep) {
    var policy = attempt.policy();
    var results = attempt.results();
    var verdict = RolloutVerdict.of(policy.slis(), results, policy.risk());
    var harm = SampledDecision.rollback(policy.slis(), results, verdict);
    if (harm.isPresent()) {
      return Endings.fail(
          situation,
          candidate,
          attempt,
          harm.get().outcome(),
          harm.get().reason(),
          harm.get().message(),
          harm.get().sli());
    }
    var capped = Caps.exceeded(situation, attempt, results);
    if (capped.isPresent()) {
      return Endings.fail(
          situation,
          candidate,
          attempt,
          Outcome.ROLLED_BACK,
          Reason.BadEventsExceeded,
          Caps.message(situation, attempt, capped.get()),
          capped.get().name());
    }
    var refusal = Acceptance.refusal(situation);
    if (refusal.isPresent()) {
      return Plan.of(
          situation,
          Phase.HOLDING,
          refusal.get().reason(),
          refusal.get().message() + "; measuring goes on, nothing rises");
    }
    var halt = situation.halt();
    var last = PlannedSteps.next(situation, attempt).isEmpty();
    var over = PlannedSteps.over(situation, attempt);
    var hold = Holds.find(attempt, verdict);
    if (halt.isEmpty() && last && over && SampledDecision.provenGood(attempt, verdict)) {
      if (hold.isEmpty() && Approvals.missing(situation, attempt, Approval.BEFORE_PROMOTION)) {
        return Approvals.awaitPromotion(situation, candidate, attempt, "all gates are met");
      }
      if (caughtUp && !Approvals.missing(situation, attempt, Approval.BEFORE_PROMOTION)) {
        return Endings.succeed(
            situation,
            candidate,
            attempt,
            Outcome.PROMOTED,
            Reason.Promoted,
            Texts.proven(results));
      }
    }
    if (inStep && halt.isEmpty() && late(situation, attempt)) {
      var message =
          "no verdict within the deadline "
              + GoDuration.format(situation.spec().rollout().deadline())
              + ": "
              + Texts.missing(results);
      var plan = Inconclusive.plan(situation, candidate, attempt, caughtUp, message);
      if (plan.isPresent()) {
        return plan.get();
      }
    }
    if (hold.isPresent()) {
      return Plan.of(situation, Phase.HOLDING, hold.get().reason(), hold.get().message());
    }
    if (halt.isPresent()) {
      return Plan.of(
          situation,
          Phase.HOLDING,
          halt.get().reason(),
          halt.get().text() + ": measuring goes on, nothing rises");
    }
    var hopeless =
        inStep && attempt.measurements().futile()
            ? new Outlook(situation, attempt).hopeless()
            : List.<String>of();
    if (!hopeless.isEmpty() && Inconclusive.mayBeEarly(situation, last && over)) {
      var plan = Inconclusive.plan(situation, candidate, attempt, caughtUp, Texts.futile(hopeless));
      if (plan.isPresent()) {
        return plan.get();
      }
    }
    if (caughtUp && over && !last) {
      return raise(
          situation,
          candidate,
          attempt,
          results,
          PlannedSteps.next(situation, attempt).orElseThrow());
    }
    return Plan.of(
        situation,
        Phase.PROGRESSING,
        Reason.Measuring,
        Texts.measuring(situation, candidate, attempt));
  }

  /** Begins the next step, unless an SLI keeps the weight below it until its gate is met. */
  private static Plan raise(
      Situation situation,
      RevisionRecord candidate,
      Attempt attempt,
      List<SliResult> results,
      StepRecord next) {
    var awaited = PlannedSteps.awaited(attempt, results, next);
    return awaited.isEmpty()
        ? Stepping.begin(situation, candidate, attempt, next)
        : Plan.of(
            situation,
            Phase.PROGRESSING,
            Reason.Measuring,
            Texts.heldBelow(situation, candidate, attempt, awaited));
  }

  private static boolean late(Situation situation, Attempt attempt) {
    return time(attempt).compareTo(situation.spec().rollout().deadline()) >= 0;
  }

  /** Observed time of the whole attempt. */
  private static Duration time(Attempt attempt) {
    return attempt.policy().window().multipliedBy(attempt.measurements().observedWindows());
  }
}
