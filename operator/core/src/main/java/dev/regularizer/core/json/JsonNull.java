package dev.regularizer.core.json;

/** JSON's null. */
public enum JsonNull implements Json {
  NULL;

  @Override
  public String kind() {
    return "null";
  }
}
