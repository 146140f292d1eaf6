package dev.regularizer.core.digest;

import dev.regularizer.core.json.Json;
import dev.regularizer.core.json.JsonNumber;
import dev.regularizer.core.json.JsonString;
import dev.regularizer.core.quantity.DecimalText;
import dev.regularizer.core.quantity.GoDuration;
import dev.regularizer.core.quantity.Quantity;

/** What the text of a field stands for, hence which spellings are the same. */
enum Spelling {
  EXACT,
  DECIMAL,
  QUANTITY,
  DURATION;

  Json normalise(Json scalar) {
    return switch (scalar) {
      case JsonString(var text) -> new JsonString(normalise(text));
      // In a pod template "cpu: 1" and "cpu: 1000m" are both allowed and the same.
      case JsonNumber number when this == QUANTITY -> new JsonString(number.text());
      default -> scalar;
    };
  }

  private String normalise(String text) {
    return switch (this) {
      case EXACT -> text;
      case DECIMAL -> DecimalText.normalise(text);
      case QUANTITY -> Quantity.normalise(text);
      case DURATION -> GoDuration.normalise(text);
    };
  }
}
