package dev.regularizer.core.rollout;

import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.state.Pointers;
import dev.regularizer.core.state.Role;
import java.util.Comparator;

/**
 * What every pass does besides its main purpose: roles follow the pointers, old revisions go away.
 */
final class Upkeep {
  private Upkeep() {}

  static Plan complete(Situation situation, Plan plan) {
    var pointed = plan.point(plan.pointers().withRequested(situation.target().name()));
    return guarded(
        situation,
        prune(
            situation,
            Retiring.pods(situation, roles(situation, Retiring.attempts(situation, pointed)))));
  }

  /**
   * One revision status is written in a pass: the planned one with its role, or the first whose
   * role is wrong.
   */
  private static Plan roles(Situation situation, Plan plan) {
    var write = plan.revision();
    if (write != null) {
      return plan.write(write.name(), write.state().withRole(role(plan.pointers(), write.name())));
    }
    return situation.seen().revisions().stream()
        .filter(one -> tried(one) || serves(role(plan.pointers(), one.name())))
        .filter(one -> one.state().role() != role(plan.pointers(), one.name()))
        .min(Comparator.comparing(RevisionRecord::name))
        .map(one -> plan.write(one.name(), one.state().withRole(role(plan.pointers(), one.name()))))
        .orElse(plan);
  }

  private static boolean tried(RevisionRecord revision) {
    return !revision.state().attempts().isEmpty();
  }

  private static boolean serves(Role role) {
    return role == Role.STABLE || role == Role.PREVIOUS;
  }

  /** The role the pointers give a revision. */
  static Role role(Pointers pointers, String name) {
    if (pointers.stable() != null && pointers.stable().revision().equals(name)) {
      return Role.STABLE;
    }
    if (pointers.candidate() != null && pointers.candidate().revision().equals(name)) {
      return Role.CANDIDATE;
    }
    return pointers.previous() != null && pointers.previous().revision().equals(name)
        ? Role.PREVIOUS
        : Role.RETIRED;
  }

  /** Keeps the newest revisions that nobody points at, up to the history limit. */
  private static Plan prune(Situation situation, Plan plan) {
    return situation.seen().revisions().stream()
        .filter(
            one -> !situation.live(one.name()) && role(plan.pointers(), one.name()) == Role.RETIRED)
        .filter(one -> !one.name().equals(situation.target().name()))
        .filter(one -> situation.workload(one).replicas() == 0 && situation.weight(one) == 0)
        .sorted(
            Comparator.comparing(RevisionRecord::createdAt)
                .thenComparing(RevisionRecord::name)
                .reversed())
        .skip(situation.spec().revisionHistoryLimit())
        .map(one -> plan.then(new Effect.Prune(one.name())))
        .reduce((first, second) -> second)
        .orElse(plan);
  }

  /** A model whose host and path belong to an older one leaves the route alone. */
  private static Plan guarded(Situation situation, Plan plan) {
    if (situation.seen().routeConflict() == null) {
      return plan;
    }
    var effects =
        plan.effects().stream().filter(one -> !(one instanceof Effect.ApplyRoute)).toList();
    return new Plan(
        plan.pointers(),
        plan.revision(),
        effects,
        plan.requests(),
        plan.phase(),
        plan.reason(),
        plan.message(),
        plan.wakeAt());
  }
}
