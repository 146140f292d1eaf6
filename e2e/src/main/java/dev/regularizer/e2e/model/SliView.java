package dev.regularizer.e2e.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalDouble;

/** What a revision's status says about one SLI. */
public record SliView(JsonNode object) {

  public String name() {
    return object.path("name").asText();
  }

  public String verdict() {
    return object.path("verdict").asText();
  }

  /** Samples of the candidate that the verdict rests on. */
  public long samples() {
    return object.path("samples").asLong();
  }

  public OptionalDouble estimate() {
    return number("estimate");
  }

  public OptionalDouble lower() {
    return number("lower");
  }

  public OptionalDouble upper() {
    return number("upper");
  }

  /** Whether the bounds are there and hold this value. */
  public boolean contains(double value) {
    var lower = lower();
    var upper = upper();
    return lower.isPresent()
        && upper.isPresent()
        && lower.getAsDouble() <= value
        && value <= upper.getAsDouble();
  }

  private OptionalDouble number(String field) {
    var found = object.path(field);
    return found.isMissingNode() || found.isNull() || found.asText().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.parseDouble(found.asText()));
  }
}
