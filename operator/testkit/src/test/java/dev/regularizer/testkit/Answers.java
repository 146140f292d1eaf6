package dev.regularizer.testkit;

import dev.regularizer.core.command.CommandResult;
import dev.regularizer.core.present.ModelStatus;
import java.util.Objects;

/** Statuses as a crash leaves them. */
final class Answers {
  private Answers() {}

  /** What was written about a command before it was carried out. */
  static ModelStatus acceptedStill(ModelStatus status) {
    var record = Objects.requireNonNull(status.pointers().command(), "no command");
    return status.withPointers(
        status
            .pointers()
            .withCommand(record.answered(CommandResult.ACCEPTED, record.message(), record.at())));
  }
}
