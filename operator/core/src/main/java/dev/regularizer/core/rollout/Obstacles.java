package dev.regularizer.core.rollout;

import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.analysis.Verdict;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.AttemptKind;
import java.util.Optional;

/** What stands in the way of more traffic even when a person orders it. */
final class Obstacles {
  private final Situation situation;
  private final RevisionRecord candidate;
  private final Attempt attempt;

  Obstacles(Situation situation, RevisionRecord candidate, Attempt attempt) {
    this.situation = situation;
    this.candidate = candidate;
    this.attempt = attempt;
  }

  /** Why a candidate cannot be promoted by command; empty when it can. */
  Optional<String> toPromotion() {
    return toAnything()
        .or(() -> Acceptance.refusal(situation).map(Acceptance.Refusal::message))
        .or(() ->
            situation.wants(candidate)
                ? Optional.empty()
                : Optional.of("the spec asks for " + situation.target().name() + " now"));
  }

  /** Why a step cannot be cut short; empty when it can. */
  Optional<String> toSkipping() {
    return toAnything().or(this::toNextStep);
  }

  private Optional<String> toAnything() {
    if (attempt.kind() != AttemptKind.TRIAL) {
      return Optional.of("it has no trial: it serves as soon as its pods are ready");
    }
    if (attempt.ended()) {
      return Optional.of("its promotion is under way");
    }
    var halt = situation.halt();
    if (halt.isPresent()) {
      return Optional.of(
          halt.get().text()
              + (halt.get().reason() == Reason.Paused
                  ? ": set it to false first"
                  : ": resume it first"));
    }
    var failing = failing();
    if (failing.isPresent()) {
      return Optional.of("SLI " + failing.get() + " is Fail");
    }
    return situation.workload(candidate).ready() == 0
        ? Optional.of("no pod of " + situation.call(candidate) + " is ready")
        : Optional.empty();
  }

  /** Advisory ones, too: what a person orders is asked more of than what a plan does by itself. */
  private Optional<String> failing() {
    return attempt.results().stream()
        .filter(one -> one.verdict() == Verdict.Fail)
        .map(SliResult::name)
        .findFirst();
  }

  private Optional<String> toNextStep() {
    if (attempt.steps().isEmpty()) {
      return Optional.of("its first step has not begun");
    }
    var next = PlannedSteps.next(situation, attempt);
    if (next.isEmpty()) {
      return Optional.of(
          "step " + attempt.stepNumber() + " is the last one; promote ends the trial without it");
    }
    var awaited = PlannedSteps.awaited(attempt, attempt.results(), next.get());
    return awaited.isEmpty()
        ? Optional.empty()
        : Optional.of(Texts.heldBelow(situation, candidate, attempt, awaited));
  }
}
