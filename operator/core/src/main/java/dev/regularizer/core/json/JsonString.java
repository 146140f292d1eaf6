package dev.regularizer.core.json;

/** JSON text. */
public record JsonString(String value) implements Json {
  @Override
  public String kind() {
    return "text";
  }
}
