package dev.regularizer.controller.wire;

import dev.regularizer.core.command.CommandRecord;
import dev.regularizer.core.command.CommandResult;
import dev.regularizer.core.quantity.GoDuration;
import dev.regularizer.core.spec.Approval;
import dev.regularizer.core.state.CandidatePointer;
import dev.regularizer.core.state.Standstill;
import dev.regularizer.crds.status.CandidateStatus;
import dev.regularizer.crds.status.CommandStatus;
import dev.regularizer.crds.status.StandstillStatus;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people ordered, to the wire and back: the last command, and what is in force of them. */
final class CommandMapping {
  private static final int LONGEST_MESSAGE = 4096;

  private CommandMapping() {}

  static @Nullable CommandStatus write(@Nullable CommandRecord command) {
    return command == null
        ? null
        : new CommandStatus(
            command.value(),
            Words.of(command.result()),
            Messages.shortened(command.message(), LONGEST_MESSAGE),
            command.at().toString(),
            command.withdrawn() ? true : null);
  }

  static @Nullable CommandRecord read(@Nullable CommandStatus command) {
    return command == null
        ? null
        : new CommandRecord(
            command.value(),
            Words.parse(command.result(), CommandResult.class),
            command.message(),
            Instant.parse(command.at()),
            Boolean.TRUE.equals(command.withdrawn()));
  }

  /** The revision on trial with the orders in force. */
  static CandidatePointer pointer(CandidateStatus candidate) {
    var approved = candidate.approved() == null ? List.<String>of() : candidate.approved();
    return new CandidatePointer(
        candidate.revision(),
        candidate.attempt(),
        Boolean.TRUE.equals(candidate.held()),
        approved.stream()
            .map(it -> Words.parse(it, Approval.class))
            .collect(Collectors.toUnmodifiableSet()),
        standstill(candidate.standstill()));
  }

  static @Nullable Boolean held(CandidatePointer pointer) {
    return pointer.held() ? true : null;
  }

  static @Nullable List<String> approved(CandidatePointer pointer) {
    return pointer.approved().isEmpty()
        ? null
        : pointer.approved().stream().sorted().map(Words::of).toList();
  }

  static @Nullable StandstillStatus standstill(CandidatePointer pointer) {
    var standstill = pointer.standstill();
    var since = standstill.since();
    return standstill.equals(Standstill.NONE)
        ? null
        : new StandstillStatus(
            since == null ? null : since.toString(), GoDuration.format(standstill.before()));
  }

  private static Standstill standstill(@Nullable StandstillStatus standstill) {
    if (standstill == null) {
      return Standstill.NONE;
    }
    var since = standstill.since();
    return new Standstill(
        since == null ? null : Instant.parse(since), GoDuration.parse(standstill.before()));
  }
}
