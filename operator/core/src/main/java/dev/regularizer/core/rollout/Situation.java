package dev.regularizer.core.rollout;

import dev.regularizer.core.observe.Observations;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.observe.Workload;
import dev.regularizer.core.spec.ModelSpec;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Pointers;
import dev.regularizer.core.state.RevisionState;
import dev.regularizer.core.state.Transition;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Observations with the pointers followed.
 *
 * @param pointers with a lost stable pointer found again
 * @param target the revision the spec asks for
 */
record Situation(
    Observations seen,
    Instant now,
    Pointers pointers,
    Target target,
    @Nullable RevisionRecord stable,
    @Nullable RevisionRecord candidate,
    @Nullable RevisionRecord previous) {

  static Situation of(Observations seen, Instant now, Pointers pointers) {
    var stable = pointers.stable();
    var candidate = pointers.candidate();
    var previous = pointers.previous();
    return new Situation(
        seen,
        now,
        pointers,
        Target.of(seen, pointers),
        stable == null ? null : find(seen, stable.revision()),
        candidate == null ? null : find(seen, candidate.revision()),
        previous == null ? null : find(seen, previous.revision()));
  }

  /** The same with other pointers. */
  Situation with(Pointers next) {
    return of(seen, now, next);
  }

  private static @Nullable RevisionRecord find(Observations seen, String name) {
    return seen.revisions().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  ModelSpec spec() {
    return seen.spec();
  }

  /** Whether the spec asks for this revision. */
  boolean wants(RevisionRecord revision) {
    return target.name().equals(revision.name());
  }

  Workload workload(RevisionRecord revision) {
    return seen.workload(revision.name());
  }

  int weight(RevisionRecord revision) {
    return seen.route().weight(revision.name());
  }

  /** The revision whose name ends so. */
  Optional<RevisionRecord> revision(String suffix) {
    return seen.revisions().stream().filter(one -> one.suffix().equals(suffix)).findFirst();
  }

  /** What people stopped; empty when everything may go on. */
  Optional<Halt> halt() {
    return Halt.of(this);
  }

  /**
   * Since when an attempt's pods are asked for: since it began, the time that people made it wait
   * left out.
   */
  Instant askedAt(Attempt attempt) {
    var pointer = pointers.candidate();
    return pointer == null
        ? attempt.startedAt()
        : attempt.startedAt().plus(pointer.standstill().until(now));
  }

  /** Whether a revision is stable, candidate or previous. */
  boolean live(String name) {
    return Optional.ofNullable(pointers.stable()).filter(p -> p.revision().equals(name)).isPresent()
        || Optional.ofNullable(pointers.candidate())
            .filter(p -> p.revision().equals(name))
            .isPresent()
        || Optional.ofNullable(pointers.previous())
            .filter(p -> p.revision().equals(name))
            .isPresent();
  }

  /**
   * Pods stable keeps while an attempt runs: never fewer than the spec asks or than it began with.
   */
  int stableSize(Attempt attempt) {
    return Math.max(spec().replicas(), attempt.stableReplicas());
  }

  /** The revision's status with its attempt replaced and the decision logged. */
  RevisionState logged(RevisionRecord revision, Attempt attempt, Reason reason, String message) {
    return revision.state().with(attempt).log(transition(attempt, reason, message));
  }

  /** An entry of the log of decisions. */
  Transition transition(Attempt attempt, Reason reason, String message) {
    return new Transition(now, attempt.number(), attempt.stepNumber(), reason, message);
  }

  /** How people call a revision: its hash and version. */
  String call(RevisionRecord revision) {
    return revision.version().isEmpty()
        ? revision.suffix()
        : revision.suffix() + " (" + revision.version() + ")";
  }
}
