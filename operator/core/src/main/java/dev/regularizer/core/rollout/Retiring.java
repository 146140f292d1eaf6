package dev.regularizer.core.rollout;

import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.observe.Route;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.AttemptKind;
import dev.regularizer.core.state.Ending;
import dev.regularizer.core.state.Outcome;
import dev.regularizer.core.state.RevisionState;
import dev.regularizer.core.state.Role;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Revisions nobody points at: their attempts are over, and their pods go away once their traffic is
 * off and drained.
 */
final class Retiring {
  private Retiring() {}

  /** Takes away the pods whose drain is over; looks again when the next one is. */
  static Plan pods(Situation situation, Plan plan) {
    var next = plan;
    for (var revision : situation.seen().revisions()) {
      if (pointed(situation, plan, revision)
          || situation.workload(revision).replicas() == 0
          || situation.weight(revision) > 0) {
        continue;
      }
      var drained = drained(situation, revision);
      next =
          situation.now().isBefore(drained)
              ? next.wake(drained)
              : next.then(new Effect.ScaleDown(revision.name()));
    }
    return next;
  }

  /**
   * Ends an attempt whose pointer was lost with the model's status, and notes since when it gets
   * nothing. One revision status is written in a pass: none when the plan has one.
   */
  static Plan attempts(Situation situation, Plan plan) {
    if (plan.revision() != null) {
      return plan;
    }
    return situation.seen().revisions().stream()
        .filter(one -> !pointed(situation, plan, one))
        .filter(one -> one.state().attempt().isPresent())
        .sorted(Comparator.comparing(RevisionRecord::name))
        .flatMap(one ->
            over(situation, one, one.state().attempt().orElseThrow())
                .map(attempt -> plan.write(one.name(), one.state().with(attempt)))
                .stream())
        .findFirst()
        .orElse(plan);
  }

  /** The attempt as it should be; empty when it is. */
  private static Optional<Attempt> over(
      Situation situation, RevisionRecord revision, Attempt attempt) {
    var ending = attempt.ending();
    var over = ending == null ? attempt.withEnding(lost(situation)) : attempt;
    if (ending != null
        && !(unknown(situation, attempt)
            && off(situation, revision)
            && situation.workload(revision).replicas() > 0)) {
      return Optional.empty();
    }
    return Optional.of(
        off(situation, revision) && over.ending() != null
            ? over.withEnding(over.ending().withTrafficOff(situation.now()))
            : over);
  }

  /** How an attempt ends that nobody pointed at any more. */
  static Ending lost(Situation situation) {
    return new Ending(
        Outcome.SUPERSEDED,
        Reason.Superseded,
        "the model's status was lost while this attempt ran",
        null,
        situation.now(),
        null);
  }

  /** A third revision that still has pods: never more than two are live. */
  static Optional<String> leaving(Situation situation, RevisionRecord asked) {
    return situation.seen().revisions().stream()
        .filter(one -> !one.name().equals(asked.name()) && !situation.live(one.name()))
        .filter(one -> situation.workload(one).replicas() > 0 && situation.weight(one) == 0)
        .map(situation::call)
        .min(Comparator.naturalOrder());
  }

  /** The revision's state, an attempt before that nobody ended closed. */
  static RevisionState closed(Situation situation, RevisionRecord candidate) {
    return candidate
        .state()
        .attempt()
        .filter(one -> !one.ended())
        .map(one -> candidate.state().with(one.withEnding(lost(situation))))
        .orElse(candidate.state());
  }

  private static boolean off(Situation situation, RevisionRecord revision) {
    return situation.weight(revision) == 0
        && situation.seen().route().acceptance() == Route.Acceptance.ACCEPTED;
  }

  private static Instant drained(Situation situation, RevisionRecord revision) {
    var attempt = revision.state().attempt();
    if (attempt.filter(one -> unknown(situation, one)).isPresent()) {
      return Instant.MAX;
    }
    var drain = situation.spec().rollout().drain();
    var off = attempt.map(Attempt::ending).map(Ending::trafficOffAt);
    var flip = Optional.ofNullable(situation.pointers().stable()).map(pointer -> pointer.since());
    return off.or(() -> flip).map(at -> at.plus(drain)).orElse(situation.now());
  }

  /**
   * Whether an attempt may have had traffic and nobody saw when that ended, nor did a later flip.
   */
  private static boolean unknown(Situation situation, Attempt attempt) {
    var ending = attempt.ending();
    if (ending == null) {
      return true;
    }
    var stable = situation.pointers().stable();
    var flipped = stable != null && stable.since().isAfter(ending.at());
    return ending.trafficOffAt() == null
        && (attempt.kind() != AttemptKind.TRIAL || !attempt.steps().isEmpty())
        && !(attempt.madeStable() && flipped);
  }

  private static boolean pointed(Situation situation, Plan plan, RevisionRecord revision) {
    return situation.live(revision.name())
        || Upkeep.role(plan.pointers(), revision.name()) != Role.RETIRED;
  }
}
