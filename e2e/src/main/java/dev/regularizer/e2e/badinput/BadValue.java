package dev.regularizer.e2e.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Values too large to write down: {@code {$repeat: x, times: 70000}} and what is like it. */
final class BadValue {
  private BadValue() {}

  /**
   * The value that is meant: a text so many times, so many items of a list, entries of a map, or
   * levels of nested lists. {@code #} in them stands for the number of the item.
   */
  static JsonNode of(JsonNode written) {
    var times = written.path("times").asInt();
    if (written.has("$repeat")) {
      return JsonNodeFactory.instance.textNode(written.get("$repeat").asText().repeat(times));
    }
    if (written.has("$items")) {
      var list = JsonNodeFactory.instance.arrayNode();
      for (var at = 0; at < times; at++) {
        list.add(numbered(written.get("$items"), at));
      }
      return list;
    }
    if (written.has("$entries")) {
      var map = JsonNodeFactory.instance.objectNode();
      for (var at = 0; at < times; at++) {
        map.put("key" + at, written.get("$entries").asText());
      }
      return map;
    }
    if (written.has("$nested")) {
      JsonNode inner = written.get("$nested");
      for (var at = 0; at < times; at++) {
        inner = JsonNodeFactory.instance.arrayNode().add(inner);
      }
      return inner;
    }
    return written;
  }

  private static JsonNode numbered(JsonNode item, int number) {
    var copy = item.deepCopy();
    if (copy.isTextual()) {
      return JsonNodeFactory.instance.textNode(copy.asText().replace("#", "" + number));
    }
    copy.properties().forEach(field -> field.setValue(numbered(field.getValue(), number)));
    return copy;
  }
}
