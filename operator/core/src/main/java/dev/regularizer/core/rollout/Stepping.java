package dev.regularizer.core.rollout;

import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.observe.Route;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Outcome;
import dev.regularizer.core.state.StepRecord;
import java.time.Duration;
import java.util.List;

/**
 * A trial with a weight decided: put it in force, then measure.
 *
 * <p>The intent is recorded first. Pods are ready before the weight is written. The step counts
 * from the moment the route is observed to carry the weight, and whatever disturbs it closes the
 * open window.
 */
final class Stepping {
  /** A gateway that has not answered for so long is worth telling people about. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int ALL = 100;

  private Stepping() {}

  static Plan plan(Situation situation, RevisionRecord candidate, Attempt attempt) {
    var step = attempt.step().orElseThrow();
    var restarts = Readiness.restarts(situation, candidate, attempt);
    var limit = situation.spec().rollout().restartsLimit();
    if (restarts > limit) {
      return Endings.fail(
          situation,
          candidate,
          attempt,
          Outcome.ROLLED_BACK,
          Reason.RestartsExceeded,
          "containers restarted "
              + restarts
              + " times, limit "
              + limit
              + Readiness.because(situation.workload(candidate).explanation()),
          null);
    }
    if (step.weight() < ALL && StableAway.now(situation, candidate)) {
      return StableAway.plan(situation, candidate, attempt, step)
          .then(sizes(situation, candidate, attempt, step));
    }
    if (step.effectiveAt() == null && !isLateToLower(situation, candidate, step)) {
      return settle(situation, candidate, attempt, step);
    }
    if (step.effectiveAt() == null || disturbed(situation, candidate, step)) {
      return disturb(situation, candidate, attempt, step);
    }
    var measured = Measuring.plan(situation, candidate, attempt);
    // The next step, or a promotion, asks for its own sizes; this step's would undo them.
    return measured.effects().stream().anyMatch(Effect.ApplyWorkload.class::isInstance)
        ? measured
        : measured.then(sizes(situation, candidate, attempt, step));
  }

  /**
   * Records the intent of a step; its pods are asked for at once, its weight when they are ready.
   */
  static Plan begin(
      Situation situation, RevisionRecord candidate, Attempt attempt, StepRecord step) {
    return begin(situation, candidate, attempt, step, Reason.StepStarted);
  }

  /** Begins the next step although the running one's time is not over. */
  static Plan skip(Situation situation, RevisionRecord candidate, Attempt attempt) {
    var next = PlannedSteps.next(situation, attempt).orElseThrow();
    return begin(situation, candidate, attempt, next, Reason.Skipped);
  }

  private static Plan begin(
      Situation situation,
      RevisionRecord candidate,
      Attempt attempt,
      StepRecord step,
      Reason reason) {
    var next = attempt.stepping(step);
    var message = Texts.measuring(situation, candidate, next);
    return Plan.of(situation, Phase.PROGRESSING, reason, message)
        .write(candidate.name(), situation.logged(candidate, next, reason, message))
        .then(sizes(situation, candidate, next, step))
        .then(
            situation.workload(candidate).ready() >= size(situation, step)
                ? List.of(
                    Split.give(
                        situation,
                        candidate,
                        StableAway.weight(situation, candidate, step),
                        situation.stable()))
                : List.of());
  }

  /** A weight above the step's, long after its intent: it was needed, and is taken back now. */
  private static boolean isLateToLower(
      Situation situation, RevisionRecord candidate, StepRecord step) {
    return situation.weight(candidate) > step.weight()
        && !situation.now().isBefore(step.intentAt().plus(PATIENCE));
  }

  private static boolean disturbed(Situation situation, RevisionRecord candidate, StepRecord step) {
    return situation.workload(candidate).ready() == 0
        || situation.weight(candidate) != step.weight()
        || situation.seen().route().acceptance() == Route.Acceptance.REFUSED;
  }

  private static Plan disturb(
      Situation situation, RevisionRecord candidate, Attempt attempt, StepRecord step) {
    var dead = situation.workload(candidate).ready() == 0;
    var why =
        dead
            ? "the candidate has no ready pod: its traffic goes to stable"
            : "the route does not carry the step's weight any more: it is put right";
    var reason = dead ? Reason.CandidateUnavailable : Reason.StepStarted;
    var next = attempt.withStep(step.disturbed(situation.now()));
    return settle(situation, candidate, next, next.step().orElseThrow())
        .write(candidate.name(), situation.logged(candidate, next, reason, why));
  }

  private static Plan settle(
      Situation situation, RevisionRecord candidate, Attempt attempt, StepRecord step) {
    var sizes = sizes(situation, candidate, attempt, step);
    var ready = situation.workload(candidate).ready();
    if (ready == 0) {
      var plan =
          Plan.of(
                  situation,
                  Phase.HOLDING,
                  Reason.CandidateUnavailable,
                  "no pod of "
                      + situation.call(candidate)
                      + " is ready: its traffic goes to stable until one is"
                      + Readiness.because(situation.workload(candidate).explanation()))
              .then(sizes);
      return situation.weight(candidate) == 0
          ? plan
          : plan.then(Split.give(situation, candidate, 0, situation.stable()));
    }
    if (ready < size(situation, step)) {
      return awaitPods(situation, candidate, step).then(sizes);
    }
    var halt = situation.halt();
    if (halt.isPresent() && situation.weight(candidate) < step.weight()) {
      return Plan.of(
              situation,
              Phase.HOLDING,
              halt.get().reason(),
              halt.get().text() + ": the weight is not raised")
          .then(sizes);
    }
    if (situation.seen().route().carries(candidate.name(), step.weight())) {
      return effective(situation, candidate, attempt, step).then(sizes);
    }
    return awaitRoute(situation, candidate, attempt, step)
        .then(sizes)
        .then(Split.give(situation, candidate, step.weight(), situation.stable()));
  }

  private static Plan awaitPods(Situation situation, RevisionRecord candidate, StepRecord step) {
    var deadline = Readiness.deadline(situation, step.intentAt());
    var text = Texts.awaiting(situation, candidate, size(situation, step));
    return situation.now().isBefore(deadline)
        ? Plan.of(situation, Phase.PROGRESSING, Reason.AwaitingPods, text).wake(deadline)
        : Plan.of(
            situation,
            Phase.HOLDING,
            Reason.CapacityMissing,
            text + Readiness.because(situation.workload(candidate).explanation()));
  }

  private static Plan awaitRoute(
      Situation situation, RevisionRecord candidate, Attempt attempt, StepRecord step) {
    var route = situation.seen().route();
    var written = route.exists() && route.weight(candidate.name()) == step.weight();
    var late = !situation.now().isBefore(step.intentAt().plus(PATIENCE));
    if (route.acceptance() == Route.Acceptance.REFUSED || (written && late)) {
      return Plan.of(
          situation,
          Phase.HOLDING,
          Reason.RouteNotAccepted,
          "the gateway does not accept the route" + Readiness.because(route.message()));
    }
    return Plan.of(
            situation,
            Phase.PROGRESSING,
            Reason.StepStarted,
            Texts.measuring(situation, candidate, attempt))
        .wake(step.intentAt().plus(PATIENCE));
  }

  private static Plan effective(
      Situation situation, RevisionRecord candidate, Attempt attempt, StepRecord step) {
    var now = situation.now();
    var from = now.plus(attempt.policy().warmUp());
    var next =
        attempt
            .withStep(step.effective(now))
            .withMeasurements(attempt.measurements().from(from, now));
    return Plan.of(
            situation,
            Phase.PROGRESSING,
            Reason.Measuring,
            Texts.measuring(situation, candidate, next))
        .write(candidate.name(), candidate.state().with(next))
        .wake(from.plus(attempt.policy().window()));
  }

  private static int size(Situation situation, StepRecord step) {
    return Sizes.candidate(step.weight(), situation.spec().replicas());
  }

  private static Effect[] sizes(
      Situation situation, RevisionRecord candidate, Attempt attempt, StepRecord step) {
    return Split.sizes(
        situation,
        candidate,
        size(situation, step),
        situation.stable(),
        situation.stableSize(attempt));
  }
}
