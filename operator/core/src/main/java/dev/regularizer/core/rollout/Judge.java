package dev.regularizer.core.rollout;

import dev.regularizer.core.analysis.RolloutVerdict;
import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.analysis.Verdict;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.spec.Step;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Outcome;
import dev.regularizer.core.state.StepRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
   */
  static Plan judge(
      Situation situation, RevisionRecord candidate, Attempt attempt, boolean caughtUp) {
    var policy = attempt.policy();
    var results = attempt.results();
    var verdict = RolloutVerdict.of(policy.slis(), results, policy.risk());
    var harm = SampledDecision.rollback(results, verdict);
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
    var paused = situation.spec().paused();
    var last = next(situation, attempt).isEmpty();
    var over = stepOver(situation, attempt);
    if (caughtUp && !paused && last && over && SampledDecision.provenGood(attempt, verdict)) {
      return Endings.succeed(
          situation, candidate, attempt, Outcome.PROMOTED, Reason.Promoted, Texts.proven(results));
    }
    if (caughtUp
        && !paused
        && !time(attempt).minus(situation.spec().rollout().deadline()).isNegative()) {
      return atDeadline(situation, candidate, attempt, results);
    }
    var hold = Holds.find(attempt, verdict);
    if (hold.isPresent()) {
      return Plan.of(situation, Phase.HOLDING, hold.get().reason(), hold.get().message());
    }
    if (paused) {
      return Plan.of(
          situation,
          Phase.HOLDING,
          Reason.Paused,
          "spec.paused is set: measuring goes on, nothing rises");
    }
    if (caughtUp && over && !last) {
      return Stepping.begin(situation, candidate, attempt, next(situation, attempt).orElseThrow());
    }
    return Plan.of(
        situation,
        Phase.PROGRESSING,
        Reason.Measuring,
        Texts.measuring(situation, candidate, attempt));
  }

  private static Plan atDeadline(
      Situation situation, RevisionRecord candidate, Attempt attempt, List<SliResult> results) {
    var message =
        "no verdict within the deadline "
            + situation.spec().rollout().deadline()
            + ": "
            + Texts.missing(results);
    return switch (situation.spec().rollout().onInconclusive()) {
      case PROMOTE ->
          promotable(results)
              ? Endings.succeed(
                  situation,
                  candidate,
                  attempt,
                  Outcome.PROMOTED,
                  Reason.PromotedByPolicy,
                  message
                      + "; promoted because onInconclusive is Promote and every SLI has its"
                      + " minimum")
              : Plan.of(
                  situation,
                  Phase.HOLDING,
                  Reason.Inconclusive,
                  message
                      + "; onInconclusive: Promote does not apply while an SLI lacks its minimum or"
                      + " valid data");
      case ROLLBACK ->
          Endings.fail(
              situation,
              candidate,
              attempt,
              Outcome.INCONCLUSIVE,
              Reason.Inconclusive,
              message,
              null);
      case HOLD -> Plan.of(situation, Phase.HOLDING, Reason.Inconclusive, message);
    };
  }

  /** Every SLI has its minimum and none is without data, invalid or failing. */
  private static boolean promotable(List<SliResult> results) {
    return results.stream()
        .allMatch(one ->
            one.minimumMet()
                && (one.verdict() == Verdict.Pass || one.verdict() == Verdict.Undecided));
  }

  private static boolean stepOver(Situation situation, Attempt attempt) {
    var step = attempt.step().orElseThrow();
    var spent = attempt.policy().window().multipliedBy(step.countedWindows());
    return spent.compareTo(duration(situation, step)) >= 0;
  }

  /** Planned time at the step's weight; an edit of the plan applies at once. */
  private static Duration duration(Situation situation, StepRecord step) {
    return situation.spec().rollout().steps().stream()
        .filter(planned -> planned.weight() == step.weight())
        .map(Step::duration)
        .findFirst()
        .orElse(step.duration());
  }

  /** Observed time of the whole attempt. */
  private static Duration time(Attempt attempt) {
    return attempt.policy().window().multipliedBy(attempt.measurements().observedWindows());
  }

  /** The first planned step with a higher weight: no edit of the plan ever lowers a weight. */
  private static Optional<StepRecord> next(Situation situation, Attempt attempt) {
    var steps = situation.spec().rollout().steps();
    var weight = attempt.step().orElseThrow().weight();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).weight() > weight) {
        return Optional.of(
            StepRecord.intended(
                i + 1, steps.get(i).weight(), steps.get(i).duration(), situation.now()));
      }
    }
    return Optional.empty();
  }
}
