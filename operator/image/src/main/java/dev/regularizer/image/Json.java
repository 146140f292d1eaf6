package dev.regularizer.image;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Renders maps, lists, strings and numbers as JSON with sorted keys. */
final class Json {
  private Json() {}

  static String render(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          sorted(map).entrySet().stream()
              .map(e -> quote(e.getKey()) + ":" + render(e.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case List<?> list ->
          list.stream().map(Json::render).collect(Collectors.joining(",", "[", "]"));
      case Number number -> number.toString();
      default -> quote(value.toString());
    };
  }

  private static Map<String, Object> sorted(Map<?, ?> map) {
    Map<String, Object> result = new TreeMap<>();
    map.forEach((key, value) -> result.put(key.toString(), value));
    return result;
  }

  private static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
