package dev.regularizer.core.json;

import java.math.BigDecimal;

/**
 * A JSON number. Compared by value: 1, 1.0 and 1e0 are equal.
 *
 * @param value without trailing zeros
 */
public record JsonNumber(BigDecimal value) implements Json {
  public JsonNumber {
    value = value.stripTrailingZeros();
  }

  public static JsonNumber of(long value) {
    return new JsonNumber(BigDecimal.valueOf(value));
  }

  /** The one canonical spelling: {@link PlainNumber}. */
  public String text() {
    return PlainNumber.text(value);
  }

  @Override
  public String kind() {
    return "a number";
  }
}
