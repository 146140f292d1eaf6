package dev.regularizer.core.rollout;

import dev.regularizer.core.command.Command;
import dev.regularizer.core.command.CommandResult;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Outcome;
import java.util.Optional;
import java.util.function.Function;

/**
 * A command that was accepted is done now, or answered with what came between. It never stays
 * accepted: a crash between the two writes of this pass finds its work done and says so.
 */
final class CarryingOut {
  private final Situation situation;
  private final Command command;

  private CarryingOut(Situation situation, Command command) {
    this.situation = situation;
    this.command = command;
  }

  /**
   * The plan of a pass.
   *
   * @param otherwise what the situation calls for by itself
   */
  static Plan plan(Situation situation, Function<Situation, Plan> otherwise) {
    var record = situation.pointers().command();
    if (record == null
        || record.result() != CommandResult.ACCEPTED
        || !(Command.parse(record.value()) instanceof Command.Parsed.Valid(var command))) {
      return otherwise.apply(situation);
    }
    var one = new CarryingOut(situation, command);
    var done = one.done();
    if (done.isPresent()) {
      return otherwise.apply(one.answered(CommandResult.DONE, done.get()));
    }
    var answer = Orders.answer(situation, command);
    return answer.result() == CommandResult.ACCEPTED
        ? one.act()
        : otherwise.apply(one.answered(answer.result(), answer.message()));
  }

  private Situation answered(CommandResult result, String message) {
    var record = situation.pointers().command();
    return record == null
        ? situation
        : situation.with(
            situation.pointers().withCommand(record.answered(result, message, situation.now())));
  }

  /** What was done already, in words; empty when it was not. */
  private Optional<String> done() {
    return situation
        .revision(command.token().hash())
        .flatMap(revision ->
            revision
                .state()
                .attempt()
                .filter(attempt -> attempt.number() == command.token().attempt())
                .filter(this::isDone)
                .map(attempt -> message(revision, attempt)));
  }

  private boolean isDone(Attempt attempt) {
    var ending = attempt.ending();
    return switch (command.verb()) {
      case ABORT -> ending != null && ending.outcome() == Outcome.ABORTED;
      case PROMOTE -> ending != null && ending.reason() == Reason.PromotedByCommand;
      case SKIP -> ending == null && attempt.stepNumber() > command.token().step();
      case APPROVE, HOLD, RESUME, RETRY -> true;
    };
  }

  private String message(RevisionRecord revision, Attempt attempt) {
    return switch (command.verb()) {
      case ABORT -> "attempt " + attempt.number() + " of " + situation.call(revision) + " ended";
      case PROMOTE -> situation.call(revision) + " is promoted";
      case SKIP -> "step " + attempt.stepNumber() + " began";
      case APPROVE, HOLD, RESUME, RETRY -> "done";
    };
  }

  private Plan act() {
    var revision = situation.revision(command.token().hash()).orElseThrow();
    var attempt = revision.state().attempt().orElseThrow();
    var plan =
        switch (command.verb()) {
          case ABORT -> abort(revision, attempt);
          case PROMOTE ->
              Endings.succeed(
                  situation,
                  revision,
                  attempt,
                  Outcome.PROMOTED,
                  Reason.PromotedByCommand,
                  "promoted by command" + Texts.unproven(attempt));
          case SKIP -> Stepping.skip(situation, revision, attempt);
          case APPROVE, HOLD, RESUME, RETRY ->
              throw new IllegalStateException("done when it was answered: " + command.verb());
        };
    var written = plan.revision();
    var after = written == null ? attempt : written.state().attempt().orElse(attempt);
    var record = plan.pointers().command();
    return record == null
        ? plan
        : plan.point(
            plan.pointers()
                .withCommand(
                    record.answered(
                        CommandResult.DONE, message(revision, after), situation.now())));
  }

  private Plan abort(RevisionRecord revision, Attempt attempt) {
    var previous = situation.previous();
    return previous != null && revision.equals(situation.stable())
        ? Baking.giveBack(
            situation,
            revision,
            previous,
            attempt,
            Outcome.ABORTED,
            Reason.Aborted,
            "aborted by command while baking",
            null)
        : Endings.fail(
            situation,
            revision,
            attempt,
            Outcome.ABORTED,
            Reason.Aborted,
            "aborted by command",
            null);
  }
}
