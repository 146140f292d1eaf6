package dev.regularizer.core.json;

/** A JSON value: immutable, compared by content. */
public sealed interface Json
    permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBool, JsonNull {

  /** What a user calls this kind of value. */
  String kind();
}
