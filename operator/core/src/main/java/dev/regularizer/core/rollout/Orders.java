package dev.regularizer.core.rollout;

import dev.regularizer.core.command.Command;
import dev.regularizer.core.command.CommandResult;
import dev.regularizer.core.command.Token;
import dev.regularizer.core.command.Verb;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.spec.Approval;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.CandidatePointer;
import dev.regularizer.core.state.Pointers;
import java.util.Optional;

/**
 * The answer to a command, worked out from the state alone. Orders that the pointers hold are in
 * the answer; what has to be done to a revision is only accepted.
 */
final class Orders {
  private final Situation situation;
  private final Command command;

  private Orders(Situation situation, Command command) {
    this.situation = situation;
    this.command = command;
  }

  /**
   * An answer.
   *
   * @param pointers with what was ordered
   */
  record Answer(CommandResult result, String message, Pointers pointers) {}

  static Answer answer(Situation situation, Command command) {
    return new Orders(situation, command).answer();
  }

  private Answer answer() {
    var stable = situation.pointers().stable();
    if (stable != null && situation.stable() == null) {
      return refused(
          "ModelRevision " + stable.revision() + ", which serves, is gone: nothing is changed");
    }
    var revision = situation.revision(token().hash());
    if (revision.isEmpty()) {
      return stale();
    }
    return command.verb() == Verb.RETRY
        ? retry(revision.get())
        : revision
            .get()
            .state()
            .attempt()
            .map(one -> running(revision.get(), one))
            .orElseGet(this::stale);
  }

  private Answer running(RevisionRecord revision, Attempt attempt) {
    if (attempt.number() != token().attempt() || begins(revision, attempt)) {
      return stale();
    }
    if (attempt.ended() && !attempt.madeStable()) {
      return refused(over(revision, attempt));
    }
    if (revision.equals(situation.candidate())) {
      return trial(revision, attempt);
    }
    if (revision.equals(situation.stable())) {
      return serving(revision);
    }
    return refused(over(revision, attempt));
  }

  private Answer trial(RevisionRecord candidate, Attempt attempt) {
    return switch (command.verb()) {
      case ABORT ->
          attempt.ended() && situation.stable() == null
              ? refused("it is installed already, and there is nothing to go back to")
              : accepted("the trial of " + situation.call(candidate) + " ends");
      case HOLD ->
          attempt.ended()
              ? refused("its promotion is decided and under way; abort takes it back")
              : hold();
      case RESUME -> resume();
      case APPROVE -> approve(candidate, attempt);
      case PROMOTE ->
          unless(
              new Obstacles(situation, candidate, attempt).toPromotion(),
              situation.call(candidate) + " is promoted without the rest of its plan");
      case SKIP ->
          here(attempt)
              ? unless(
                  new Obstacles(situation, candidate, attempt).toSkipping(),
                  "step " + attempt.stepNumber() + " ends now")
              : stale();
      case RETRY -> throw new IllegalStateException("retry is of an attempt that ended");
    };
  }

  private Answer serving(RevisionRecord stable) {
    var previous = situation.previous();
    if (previous == null) {
      return refused(
          situation.call(stable)
              + " serves and its bake is over; to go back set spec.revision to what served before");
    }
    return switch (command.verb()) {
      case ABORT -> accepted("the bake ends and " + situation.call(previous) + " serves again");
      case APPROVE, PROMOTE, SKIP, HOLD, RESUME ->
          refused(
              situation.call(stable)
                  + " was promoted already and bakes; abort returns to "
                  + situation.call(previous));
      case RETRY -> throw new IllegalStateException("retry is of an attempt that ended");
    };
  }

  private Answer hold() {
    return done(
        "held until resume: nothing rises and nothing is promoted", candidate().withHeld(true));
  }

  private Answer resume() {
    if (candidate().held()) {
      return done(
          situation.spec().paused() ? "no longer held, but spec.paused is set" : "goes on",
          candidate().withHeld(false));
    }
    return refused(
        situation.spec().paused()
            ? "it is not held by command; spec.paused is set: set it to false"
            : "it is not held");
  }

  private Answer approve(RevisionRecord candidate, Attempt attempt) {
    if (!here(attempt)) {
      return stale();
    }
    if (attempt.ended()) {
      return refused("its promotion is decided and under way");
    }
    var approval = attempt.steps().isEmpty() ? Approval.BEFORE_START : Approval.BEFORE_PROMOTION;
    if (!Approvals.asked(situation, attempt, approval)) {
      return refused("spec.rollout.approvals does not ask for " + approval.word() + " here");
    }
    if (approval == Approval.BEFORE_PROMOTION
        && PlannedSteps.next(situation, attempt).isPresent()) {
      return refused("BeforePromotion is asked for in the last step only");
    }
    return done(
        approval.word() + " of " + situation.call(candidate) + " is approved",
        candidate().approving(approval));
  }

  private Answer retry(RevisionRecord revision) {
    var last = revision.state().attempt();
    if (last.map(Attempt::number).orElse(1) != token().attempt()) {
      return stale();
    }
    var obstacle = Retrying.obstacle(situation, revision);
    if (obstacle.isPresent()) {
      return refused(obstacle.get());
    }
    var number = last.map(Attempt::number).orElse(0) + 1;
    return done(
        "attempt " + number + " of " + situation.call(revision) + " begins",
        new CandidatePointer(revision.name(), number));
  }

  /** Another attempt was ordered already, so what is named is over. */
  private boolean begins(RevisionRecord revision, Attempt attempt) {
    var pointer = situation.pointers().candidate();
    return pointer != null
        && pointer.revision().equals(revision.name())
        && pointer.attempt() > attempt.number();
  }

  private boolean here(Attempt attempt) {
    return attempt.stepNumber() == token().step();
  }

  private CandidatePointer candidate() {
    var pointer = situation.pointers().candidate();
    if (pointer == null) {
      throw new IllegalStateException("an order about a candidate nobody points at");
    }
    return pointer;
  }

  private Token token() {
    return command.token();
  }

  private String over(RevisionRecord revision, Attempt attempt) {
    var ending = attempt.ending();
    return "attempt "
        + attempt.number()
        + " of "
        + situation.call(revision)
        + (ending == null ? " is over" : " is over: " + ending.reason());
  }

  private Answer stale() {
    var current = Tokens.current(situation);
    return new Answer(
        CommandResult.STALE_TOKEN,
        "found token "
            + token().text()
            + (current.isEmpty()
                ? "; there is nothing to command now"
                : "; the token is " + current + " now"),
        situation.pointers());
  }

  private Answer unless(Optional<String> obstacle, String message) {
    return obstacle.map(this::refused).orElseGet(() -> accepted(message));
  }

  private Answer refused(String why) {
    return new Answer(CommandResult.REFUSED, why, situation.pointers());
  }

  private Answer accepted(String message) {
    return new Answer(CommandResult.ACCEPTED, message, situation.pointers());
  }

  private Answer done(String message, CandidatePointer pointer) {
    return new Answer(CommandResult.DONE, message, situation.pointers().withCandidate(pointer));
  }
}
