package dev.regularizer.controller.wire;

import dev.regularizer.core.problem.Problem;
import dev.regularizer.core.quantity.DecimalText;
import dev.regularizer.core.quantity.GoDuration;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts of a spec. The schema has checked most of it; what a newer or older schema let
 * through ends in a problem here, never in an exception.
 */
final class Fields {
  private final List<Problem> problems = new ArrayList<>();

  void report(Problem problem) {
    problems.add(problem);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  Duration duration(String where, @Nullable String text, Duration fallback) {
    return duration(where, text).orElse(fallback);
  }

  Optional<Duration> duration(String where, @Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    var found = GoDuration.find(text);
    if (found.isEmpty()) {
      wrong(where, text, GoDuration.ALLOWED);
    }
    return found;
  }

  Optional<Double> decimal(String where, @Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    var found = DecimalText.parse(text);
    if (found.isEmpty()) {
      wrong(where, text, DecimalText.ALLOWED);
    }
    return found.map(BigDecimal::doubleValue);
  }

  double decimal(String where, @Nullable String text, double fallback) {
    return decimal(where, text).orElse(fallback);
  }

  /** One of an enum's constants, which are spelt in CamelCase on the wire. */
  <E extends Enum<E>> Optional<E> choice(String where, @Nullable String text, Class<E> type) {
    if (text == null) {
      return Optional.empty();
    }
    var found =
        Arrays.stream(type.getEnumConstants())
            .filter(constant -> Words.of(constant).equals(text))
            .findFirst();
    if (found.isEmpty()) {
      wrong(
          where,
          text,
          Arrays.stream(type.getEnumConstants()).map(Words::of).collect(Collectors.joining(", ")));
    }
    return found;
  }

  private void wrong(String where, String text, String allowed) {
    report(new Problem(where, Problem.quote(text), allowed, "correct it"));
  }
}
