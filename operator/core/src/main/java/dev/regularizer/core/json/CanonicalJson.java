package dev.regularizer.core.json;

import java.util.Iterator;
import java.util.TreeMap;

/**
 * The one text of a JSON value: keys sorted by UTF-16 code unit, no blanks, numbers in one
 * spelling, only the escapes JSON demands. Equal values have equal texts and different values
 * different ones.
 */
public final class CanonicalJson {
  private final StringBuilder out = new StringBuilder();

  private CanonicalJson() {}

  public static String write(Json json) {
    var writer = new CanonicalJson();
    writer.value(json);
    return writer.out.toString();
  }

  private void value(Json json) {
    switch (json) {
      case JsonObject object -> object(object);
      case JsonArray array -> array(array);
      case JsonString(var text) -> string(text);
      case JsonNumber number -> out.append(number.text());
      case JsonBool bool -> out.append(bool.value());
      case JsonNull _ -> out.append("null");
    }
  }

  private void object(JsonObject object) {
    out.append('{');
    for (var members = new TreeMap<>(object.members()).entrySet().iterator(); members.hasNext(); ) {
      var member = members.next();
      string(member.getKey());
      out.append(':');
      value(member.getValue());
      commaIfMore(members);
    }
    out.append('}');
  }

  private void array(JsonArray array) {
    out.append('[');
    for (var elements = array.elements().iterator(); elements.hasNext(); ) {
      value(elements.next());
      commaIfMore(elements);
    }
    out.append(']');
  }

  private void commaIfMore(Iterator<?> rest) {
    if (rest.hasNext()) {
      out.append(',');
    }
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> character(text, i, c);
      }
    }
    out.append('"');
  }

  private void character(String text, int at, char c) {
    // Half a surrogate pair would become '?' in UTF-8, and two texts one.
    if (c < ' ' || isLoneSurrogate(text, at, c)) {
      out.append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        out.append(Character.forDigit((c >> shift) & 0xf, 16));
      }
    } else {
      out.append(c);
    }
  }

  private static boolean isLoneSurrogate(String text, int at, char c) {
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
