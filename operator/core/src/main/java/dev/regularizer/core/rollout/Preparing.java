package dev.regularizer.core.rollout;

import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.observe.Route;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.StepRecord;
import java.util.Arrays;

/** A trial before its first weight: pods are made ready, the candidate gets nothing. */
final class Preparing {
  private Preparing() {}

  static Plan plan(Situation situation, RevisionRecord candidate, Attempt attempt) {
    var plan = prepared(situation, candidate, attempt);
    return plan.phase() == Phase.PENDING
        ? StableHistory.ask(plan, situation, candidate, attempt)
        : plan;
  }

  private static Plan prepared(Situation situation, RevisionRecord candidate, Attempt attempt) {
    var first = situation.spec().rollout().steps().getFirst();
    var size = Sizes.candidate(first.weight(), situation.spec().replicas());
    // Pods of the attempt before may still answer: none is taken away before the first step.
    var sizes =
        kept(
            situation,
            candidate,
            attempt,
            Math.max(size, situation.workload(candidate).replicas()));
    if (situation.weight(candidate) > 0) {
      // Left over from the attempt before: what was learnt about its weight is void.
      return Plan.of(
              situation,
              Phase.PENDING,
              Reason.PolicyChanged,
              "taking the candidate's traffic away first")
          .then(sizes)
          .then(Split.give(situation, candidate, 0, situation.stable()));
    }
    if (situation.workload(candidate).ready() < size) {
      return Readiness.lost(situation, candidate, attempt)
          .orElseGet(() ->
              Halt.over(
                  situation,
                  Plan.of(
                          situation,
                          Phase.PENDING,
                          Reason.AwaitingPods,
                          Texts.awaiting(situation, candidate, size))
                      .then(sizes)
                      .wake(Readiness.deadline(situation, situation.askedAt(attempt)))));
    }
    if (situation.seen().route().acceptance() != Route.Acceptance.ACCEPTED) {
      return Plan.of(
              situation,
              Phase.PENDING,
              Reason.AwaitingPods,
              "waiting for the gateway" + Readiness.because(situation.seen().route().message()))
          .then(sizes);
    }
    var halt = situation.halt();
    if (halt.isPresent()) {
      return Plan.of(
              situation,
              Phase.HOLDING,
              halt.get().reason(),
              halt.get().text()
                  + ": "
                  + situation.call(candidate)
                  + " is ready and waits for its first step")
          .then(sizes);
    }
    var refusal = Acceptance.refusal(situation);
    if (refusal.isPresent()) {
      return Plan.of(situation, Phase.HOLDING, refusal.get().reason(), refusal.get().message())
          .then(sizes);
    }
    var step = StepRecord.intended(1, first.weight(), first.duration(), situation.now());
    return StableHistory.frozen(situation, candidate, attempt)
        .map(known -> Stepping.begin(situation, candidate, known, step))
        .orElseGet(() ->
            Plan.of(
                    situation,
                    Phase.PENDING,
                    Reason.ReadingHistory,
                    situation.call(candidate)
                        + " is ready; reading how stable behaved before, for at most "
                        + StableHistory.PATIENCE.toSeconds()
                        + "s")
                .then(sizes)
                .wake(StableHistory.until(situation, attempt)));
  }

  /**
   * Both revisions at their sizes, and all traffic with stable: a route that somebody deleted or
   * edited is not waited for, it is written again.
   */
  private static Effect[] kept(
      Situation situation, RevisionRecord candidate, Attempt attempt, int size) {
    var stable = situation.stable();
    var sizes = Split.sizes(situation, candidate, size, stable, situation.stableSize(attempt));
    if (stable == null || situation.weight(stable) == 100 || situation.weight(candidate) > 0) {
      return sizes;
    }
    var all = Arrays.copyOf(sizes, sizes.length + 1);
    all[sizes.length] = Split.give(situation, candidate, 0, stable);
    return all;
  }
}
