package dev.regularizer.testkit.history;

import dev.regularizer.core.json.Json;
import dev.regularizer.core.json.JsonArray;
import dev.regularizer.core.json.JsonBool;
import dev.regularizer.core.json.JsonNull;
import dev.regularizer.core.json.JsonNumber;
import dev.regularizer.core.json.JsonObject;
import dev.regularizer.core.json.JsonString;
import dev.regularizer.core.quantity.GoDuration;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Reads a JSON map by paths of names; what is missing or of another kind reads as empty. */
record Tree(JsonObject json) {
  static final Tree EMPTY = new Tree(JsonObject.of());

  Optional<Json> find(String... path) {
    Json at = json;
    for (var name : path) {
      if (!(at instanceof JsonObject map) || map.find(name).isEmpty()) {
        return Optional.empty();
      }
      at = map.find(name).orElseThrow();
    }
    return at == JsonNull.NULL ? Optional.empty() : Optional.of(at);
  }

  boolean has(String... path) {
    return find(path).isPresent();
  }

  Tree at(String... path) {
    return find(path)
        .map(json -> json instanceof JsonObject map ? new Tree(map) : EMPTY)
        .orElse(EMPTY);
  }

  String text(String... path) {
    return find(path).map(json -> json instanceof JsonString(var text) ? text : "").orElse("");
  }

  long number(String... path) {
    return number(find(path).orElse(JsonNull.NULL));
  }

  boolean flag(String... path) {
    return find(path).filter(json -> json == JsonBool.TRUE).isPresent();
  }

  Optional<Instant> instant(String... path) {
    try {
      var text = text(path);
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeParseException notOne) {
      return Optional.empty();
    }
  }

  Duration duration(String... path) {
    return GoDuration.find(text(path)).orElse(Duration.ZERO);
  }

  List<Json> elements(String... path) {
    return find(path)
        .map(json -> json instanceof JsonArray(var elements) ? elements : List.<Json>of())
        .orElse(List.of());
  }

  /** The maps in a list. */
  List<Tree> list(String... path) {
    return elements(path).stream()
        .map(json -> json instanceof JsonObject map ? new Tree(map) : EMPTY)
        .toList();
  }

  Optional<Tree> last(String... path) {
    var all = list(path);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  private static long number(Json json) {
    return json instanceof JsonNumber(var value) ? value.longValue() : 0;
  }
}
