package dev.regularizer.core.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON map. Members keep their order; two maps with the same members in another order are equal.
 */
public record JsonObject(Map<String, Json> members) implements Json {
  public JsonObject {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  public static JsonObject of() {
    return new JsonObject(Map.of());
  }

  public static JsonObject of(String name, Json value) {
    return new JsonObject(Map.of(name, value));
  }

  public boolean isEmpty() {
    return members.isEmpty();
  }

  /** The member of that name, also when it is null. */
  public Optional<Json> find(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /** The member of that name if it is text. */
  public Optional<String> text(String name) {
    return find(name)
        .flatMap(it -> it instanceof JsonString(var text) ? Optional.of(text) : Optional.empty());
  }

  /** The member of that name if it is a map. */
  public Optional<JsonObject> object(String name) {
    return find(name)
        .flatMap(it -> it instanceof JsonObject map ? Optional.of(map) : Optional.empty());
  }

  /** The member of that name if it is a list. */
  public Optional<JsonArray> array(String name) {
    return find(name)
        .flatMap(it -> it instanceof JsonArray list ? Optional.of(list) : Optional.empty());
  }

  /** This map with one member replaced, or added at the end. */
  public JsonObject with(String name, Json value) {
    var changed = new LinkedHashMap<>(members);
    changed.put(name, value);
    return new JsonObject(changed);
  }

  /** This map without one member. */
  public JsonObject without(String name) {
    var changed = new LinkedHashMap<>(members);
    changed.remove(name);
    return new JsonObject(changed);
  }

  @Override
  public String kind() {
    return "a map";
  }
}
