package dev.regularizer.core.rollout;

import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.effect.Request;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.AttemptKind;
import dev.regularizer.core.state.CandidatePointer;
import dev.regularizer.core.state.Ending;
import dev.regularizer.core.state.Outcome;
import dev.regularizer.core.state.Role;
import java.util.Optional;

/** Nothing is on trial and the spec asks for a revision that does not serve. */
final class Starting {
  private Starting() {}

  static Plan plan(Situation situation) {
    var blocked = blocked(situation);
    if (blocked.isPresent()) {
      return blocked.get();
    }
    var target = situation.target();
    var revision = target.revision();
    if (revision == null) {
      return create(situation, target);
    }
    var leaving = Retiring.leaving(situation, revision);
    if (leaving.isPresent()) {
      return keep(
          situation,
          Phase.PENDING,
          Reason.RevisionAccepted,
          "preparing " + revision.name() + " when the pods of " + leaving.get() + " are drained");
    }
    var number = NewAttempt.number(revision);
    return keep(situation, Phase.PENDING, Reason.RevisionAccepted, "preparing " + revision.name())
        .point(situation.pointers().withCandidate(new CandidatePointer(revision.name(), number)));
  }

  /** Why the revision asked for is not started; empty when it may be. */
  static Optional<Plan> blocked(Situation situation) {
    return Acceptance.refusal(situation)
        .map(refusal -> keep(situation, Phase.REFUSED, refusal.reason(), refusal.message()))
        .or(() -> settled(situation))
        .or(() ->
            situation.spec().paused()
                ? Optional.of(
                    keep(
                        situation,
                        Phase.HOLDING,
                        Reason.Paused,
                        "spec.paused is set: nothing starts. Set it to false to go on"))
                : Optional.empty());
  }

  /** A revision that was tried and is not tried again. */
  private static Optional<Plan> settled(Situation situation) {
    var revision = situation.target().revision();
    if (revision == null) {
      return Optional.empty();
    }
    var outcome = settledOutcome(situation, revision);
    if (outcome.isEmpty()) {
      return Optional.empty();
    }
    var reason =
        switch (outcome.get()) {
          case NOT_READY -> Reason.NotReady;
          case ABORTED -> Reason.Aborted;
          case INCONCLUSIVE -> Reason.Inconclusive;
          default -> Reason.RolledBack;
        };
    var why =
        revision
            .state()
            .attempt()
            .map(Attempt::ending)
            .map(Ending::message)
            .orElse("it was rolled back earlier");
    var serving = situation.stable();
    return Optional.of(
        keep(
            situation,
            Phase.ROLLED_BACK,
            reason,
            "the spec asks for "
                + situation.call(revision)
                + ", which is not tried again: "
                + why
                + (serving == null ? "" : "; " + situation.call(serving) + " serves")
                + ". Change spec.revision, or annotate with \"retry "
                + Tokens.current(situation)
                + "\""));
  }

  /**
   * How a revision ended that is not tried again although the spec asks for it; empty for one that
   * is.
   */
  static Optional<Outcome> settledOutcome(Situation situation, RevisionRecord revision) {
    var asked = revision.name().equals(situation.pointers().requested());
    return revision
        .outcome()
        .filter(outcome -> outcome.sticks() || (outcome == Outcome.INCONCLUSIVE && asked));
  }

  private static Plan create(Situation situation, Target target) {
    var check = situation.seen().templateCheck();
    if (check == null || !check.sha256().equals(target.digest().sha256())) {
      return keep(situation, Phase.PENDING, Reason.RevisionAccepted, "preparing " + target.name())
          .ask(new Request.CheckTemplate(target.digest().sha256(), target.name()));
    }
    if (!check.accepted()) {
      return keep(
          situation,
          Phase.REFUSED,
          Reason.TemplateRefused,
          "spec.revision.pod: the API server refuses the pod template: "
              + check.message()
              + "; correct it");
    }
    return keep(situation, Phase.PENDING, Reason.RevisionAccepted, "preparing " + target.name())
        .then(
            new Effect.CreateRevision(
                target.name(),
                target.digest().hashVersion(),
                target.digest().collision(),
                target.digest().sha256()));
  }

  /** The pointer names an attempt that has not begun: begin it. */
  static Plan begin(Situation situation, RevisionRecord candidate, int number) {
    if (!situation.wants(candidate)) {
      return keep(situation, Phase.PENDING, Reason.Superseded, "the spec asks for another revision")
          .point(situation.pointers().withCandidate(null));
    }
    var attempt = NewAttempt.of(situation, candidate, number);
    var message = "attempt " + number + " of " + situation.call(candidate);
    var state =
        Retiring.closed(situation, candidate)
            .withRole(Role.CANDIDATE)
            .begin(attempt)
            .log(situation.transition(attempt, Reason.RevisionAccepted, message));
    return keep(
            situation,
            Phase.PENDING,
            Reason.AwaitingPods,
            Texts.awaiting(situation, candidate, firstSize(situation, attempt)))
        .write(candidate.name(), state);
  }

  /** Pods that have to be ready before the revision gets any traffic. */
  private static int firstSize(Situation situation, Attempt attempt) {
    return attempt.kind() == AttemptKind.TRIAL
        ? Sizes.candidate(
            situation.spec().rollout().steps().getFirst().weight(), situation.spec().replicas())
        : situation.stableSize(attempt);
  }

  /**
   * The policy was edited: the attempt ends and another begins, with weight 0 and fresh evidence.
   */
  static Plan restart(Situation situation, RevisionRecord candidate, Attempt attempt) {
    var message =
        "slis, risk, window, warmUp or metrics were edited: the attempt restarts with fresh"
            + " evidence";
    var ended =
        attempt.withEnding(
            new Ending(
                Outcome.SUPERSEDED,
                Reason.PolicyChanged,
                message,
                null,
                situation.now(),
                situation.now()));
    var next = NewAttempt.of(situation, candidate, attempt.number() + 1);
    var state =
        candidate
            .state()
            .with(ended)
            .begin(next)
            .log(situation.transition(next, Reason.PolicyChanged, message));
    return Plan.of(situation, Phase.PENDING, Reason.PolicyChanged, message)
        .then(Split.give(situation, candidate, 0, situation.stable()))
        .write(candidate.name(), state)
        .point(
            situation
                .pointers()
                .withCandidate(again(situation, candidate, next.number()))
                .record(Endings.history(candidate, ended)));
  }

  /** The pointer to the next attempt of the same revision. */
  private static CandidatePointer again(Situation situation, RevisionRecord candidate, int number) {
    var pointer = situation.pointers().candidate();
    return pointer == null ? new CandidatePointer(candidate.name(), number) : pointer.next(number);
  }

  /** The stable revision's ModelRevision was deleted by somebody. */
  static Plan lostStable(Situation situation) {
    var pointer = situation.pointers().stable();
    if (pointer != null && pointer.revision().equals(situation.target().name())) {
      return create(situation, situation.target());
    }
    var name = pointer == null ? "" : pointer.revision();
    return Plan.of(
        situation,
        Phase.HOLDING,
        Reason.StableUnclear,
        "ModelRevision "
            + name
            + ", which serves, is gone; nothing is changed. Set spec.revision back to what it held,"
            + " and it is made again");
  }

  /** A plan that keeps what serves as it is. */
  private static Plan keep(Situation situation, Phase phase, Reason reason, String message) {
    var plan = Plan.of(situation, phase, reason, message);
    var stable = situation.stable();
    return stable == null ? plan : plan.then(UpToDate.upkeep(situation, stable));
  }
}
