package dev.regularizer.core.json;

import java.util.List;

/** A JSON list. */
public record JsonArray(List<Json> elements) implements Json {
  public JsonArray {
    elements = List.copyOf(elements);
  }

  public static JsonArray of(Json... elements) {
    return new JsonArray(List.of(elements));
  }

  public boolean isEmpty() {
    return elements.isEmpty();
  }

  @Override
  public String kind() {
    return "a list";
  }
}
