package dev.regularizer.core.rollout;

import dev.regularizer.core.command.Command;
import dev.regularizer.core.command.CommandRecord;
import dev.regularizer.core.command.CommandResult;
import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.observe.Observations;
import dev.regularizer.core.present.ModelStatus;
import dev.regularizer.core.state.Pointers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pass that first sees a command does nothing but answer it.
 *
 * <p>The answer, and what people ordered, lie on the object that carries the annotation, so one
 * conditional write takes both: an order that was read from an old copy is never followed. What has
 * to be done elsewhere is accepted here and done by the passes after this one.
 */
final class Answering {
  private Answering() {}

  /** A command that was there before any status names nothing that anybody could have seen. */
  static Pointers unseen(Observations seen, Pointers pointers, Instant now) {
    return seen.status() != null || seen.command() == null
        ? pointers
        : pointers.withCommand(
            CommandRecord.of(
                seen.command(),
                CommandResult.STALE_TOKEN,
                "there was no status yet, so no token either",
                now));
  }

  /**
   * The pass that answers; empty when there is nothing new.
   *
   * @param unclear why nothing may be changed at all; null for most
   */
  static Optional<Decision> decide(Situation situation, @Nullable String unclear) {
    var stored = situation.seen().status();
    var before = situation.pointers().command();
    var text = situation.seen().command();
    if (stored == null) {
      return Optional.empty();
    }
    if (before != null && before.result() == CommandResult.ACCEPTED) {
      return unclear == null
          ? Optional.empty()
          : Optional.of(
              written(
                  situation,
                  stored,
                  situation.pointers(),
                  before.answered(CommandResult.REFUSED, unclear, situation.now())));
    }
    if (text == null) {
      return before == null || before.withdrawn()
          ? Optional.empty()
          : Optional.of(withdrawn(situation, stored, before));
    }
    if (before != null && before.answers(text)) {
      return Optional.empty();
    }
    var answer = answer(situation, text, unclear);
    return Optional.of(
        written(
            situation,
            stored,
            answer.pointers(),
            CommandRecord.of(text, answer.result(), answer.message(), situation.now())));
  }

  private static Orders.Answer answer(Situation situation, String text, @Nullable String unclear) {
    return switch (Command.parse(text)) {
      case Command.Parsed.Bad(var problem) ->
          new Orders.Answer(CommandResult.INVALID, problem.message(), situation.pointers());
      case Command.Parsed.Valid(var command) ->
          unclear == null
              ? Orders.answer(situation, command)
              : new Orders.Answer(CommandResult.REFUSED, unclear, situation.pointers());
    };
  }

  private static Decision withdrawn(Situation situation, ModelStatus stored, CommandRecord before) {
    return decision(
        situation,
        stored,
        situation.pointers().withCommand(before.gone()),
        List.of(),
        "the annotation of the last command is gone");
  }

  private static Decision written(
      Situation situation, ModelStatus stored, Pointers pointers, CommandRecord record) {
    var message = "command \"" + record.value() + "\": " + record.message();
    var warning =
        record.result() != CommandResult.DONE && record.result() != CommandResult.ACCEPTED;
    var event =
        new Effect.Emit(
            warning,
            Reason.CommandAnswered.name(),
            message,
            "command/" + record.at() + "/" + record.value() + "/" + record.result());
    return decision(situation, stored, pointers.withCommand(record), List.of(event), message);
  }

  /** Everything else in status stays as it says now. */
  private static Decision decision(
      Situation situation,
      ModelStatus stored,
      Pointers pointers,
      List<Effect> effects,
      String message) {
    var plan =
        Plan.of(situation, stored.phase(), Reason.CommandAnswered, stored.message())
            .point(pointers);
    return new Decision(
        null,
        Presenter.present(situation, plan).saying(stored),
        effects,
        List.of(),
        stored.phase(),
        Reason.CommandAnswered,
        message,
        situation.now());
  }
}
