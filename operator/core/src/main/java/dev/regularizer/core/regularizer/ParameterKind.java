package dev.regularizer.core.regularizer;

import static dev.regularizer.core.problem.Problem.quote;

import dev.regularizer.core.json.Json;
import dev.regularizer.core.json.JsonNumber;
import dev.regularizer.core.json.JsonString;
import dev.regularizer.core.quantity.DecimalText;
import dev.regularizer.core.quantity.GoDuration;
import dev.regularizer.core.quantity.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a parameter may be set to. */
public sealed interface ParameterKind {

  /** The text of an allowed value; empty if the value is not allowed. */
  Optional<String> accept(Json value);

  /** What is allowed, for messages. */
  String allowed();

  /** One spelling for all spellings of a value. */
  default String normalise(String value) {
    return value;
  }

  /** What a user should do about a value that is not allowed. */
  default String remedy(Json refused) {
    return refused instanceof JsonNumber number
        ? "write it in quotes: " + quote(number.text())
        : "write one of the allowed values";
  }

  /** A decimal number, written as text so that no serialiser rounds it. */
  record Decimal(Range range) implements ParameterKind {
    @Override
    public Optional<String> accept(Json value) {
      return value instanceof JsonString(var text)
              && DecimalText.parse(text).filter(range::contains).isPresent()
          ? Optional.of(text)
          : Optional.empty();
    }

    @Override
    public String allowed() {
      return DecimalText.ALLOWED + range.suffix();
    }

    @Override
    public String normalise(String value) {
      return DecimalText.normalise(value);
    }
  }

  /** A whole number that fits 32 bits. */
  record Whole(int least) implements ParameterKind {
    @Override
    public Optional<String> accept(Json value) {
      return value instanceof JsonNumber number && isInside(number.value())
          ? Optional.of(number.text())
          : Optional.empty();
    }

    private boolean isInside(BigDecimal number) {
      return number.scale() <= 0
          && number.compareTo(BigDecimal.valueOf(least)) >= 0
          && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    }

    @Override
    public String allowed() {
      return "a whole number from " + least + " to " + Integer.MAX_VALUE;
    }

    @Override
    public String remedy(Json refused) {
      return refused instanceof JsonString ? "write it without quotes" : "write a whole number";
    }
  }

  /** A number of bytes as a Kubernetes quantity. */
  record Bytes() implements ParameterKind {
    @Override
    public Optional<String> accept(Json value) {
      return value instanceof JsonString(var text)
              && Quantity.parse(text).filter(it -> it.compareTo(BigDecimal.ONE) >= 0).isPresent()
          ? Optional.of(text)
          : Optional.empty();
    }

    @Override
    public String allowed() {
      return Quantity.ALLOWED + ", of at least 1";
    }

    @Override
    public String normalise(String value) {
      return Quantity.normalise(value);
    }
  }

  /** A span of time longer than zero. */
  record Span() implements ParameterKind {
    @Override
    public Optional<String> accept(Json value) {
      return value instanceof JsonString(var text)
              && GoDuration.find(text).filter(it -> it.isPositive()).isPresent()
          ? Optional.of(text)
          : Optional.empty();
    }

    @Override
    public String allowed() {
      return GoDuration.ALLOWED + ", longer than 0s";
    }

    @Override
    public String normalise(String value) {
      return GoDuration.normalise(value);
    }
  }

  /** One of a few words. */
  record Choice(List<String> words) implements ParameterKind {
    public Choice {
      words = List.copyOf(words);
    }

    @Override
    public Optional<String> accept(Json value) {
      return value instanceof JsonString(var text) && words.contains(text)
          ? Optional.of(text)
          : Optional.empty();
    }

    @Override
    public String allowed() {
      return String.join(", ", words);
    }
  }

  /** Free text. */
  record Text(int longest) implements ParameterKind {
    @Override
    public Optional<String> accept(Json value) {
      return value instanceof JsonString(var text) && !text.isBlank() && text.length() <= longest
          ? Optional.of(text)
          : Optional.empty();
    }

    @Override
    public String allowed() {
      return "text of 1 to " + longest + " characters";
    }
  }
}
