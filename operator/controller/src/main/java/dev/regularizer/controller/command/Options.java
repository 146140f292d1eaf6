package dev.regularizer.controller.command;

import dev.regularizer.core.quantity.GoDuration;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Values of options that several commands have. */
final class Options {
  private Options() {}

  static String required(Arguments arguments, String option) throws BadInputException {
    return arguments
        .value(option)
        .orElseThrow(() -> new BadInputException("found no " + option + "; give it"));
  }

  static Instant instant(Arguments arguments, String option) throws BadInputException {
    var text = required(arguments, option);
    try {
      return Instant.parse(text);
    } catch (DateTimeException malformed) {
      throw new BadInputException(
          option + ": found \"" + text + "\"; allowed is a time such as 2026-01-31T12:00:00Z");
    }
  }

  static Duration duration(Arguments arguments, String option, Duration fallback)
      throws BadInputException {
    var text = arguments.value(option);
    try {
      return text.map(GoDuration::parse).orElse(fallback);
    } catch (IllegalArgumentException malformed) {
      throw new BadInputException(
          option + ": found \"" + text.orElse("") + "\"; allowed is a duration such as 15s");
    }
  }
}
