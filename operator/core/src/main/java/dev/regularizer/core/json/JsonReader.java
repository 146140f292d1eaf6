package dev.regularizer.core.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Reads JSON text strictly (RFC 8259): no comments, no duplicate keys, one value, at most {@value
 * #DEEPEST} levels, numbers of at most {@value #LONGEST_NUMBER} characters and {@value
 * #MOST_DIGITS} digits when written out.
 */
public final class JsonReader {
  static final int DEEPEST = 256;
  static final int LONGEST_NUMBER = 128;
  static final int MOST_DIGITS = 100_000;
  private static final char END = '\0';

  private final String text;
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  /** Reads one value. */
  public static Json read(String text) {
    var reader = new JsonReader(text);
    var value = reader.value();
    if (reader.next() != END) {
      throw reader.problem("expected the end of the text");
    }
    return value;
  }

  private Json value() {
    return switch (next()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> new JsonString(string());
      case 't' -> word("true", JsonBool.TRUE);
      case 'f' -> word("false", JsonBool.FALSE);
      case 'n' -> word("null", JsonNull.NULL);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> throw problem("expected a value");
    };
  }

  private JsonObject object() {
    enter();
    var members = new LinkedHashMap<String, Json>();
    if (next() != '}') {
      do {
        if (next() != '"') {
          throw problem("expected a name in double quotes");
        }
        int start = at;
        var name = string();
        expect(':');
        if (members.put(name, value()) != null) {
          at = start;
          throw problem("the name \"" + name + "\" stands twice in one map");
        }
      } while (skip(','));
    }
    expect('}');
    depth--;
    return new JsonObject(members);
  }

  private JsonArray array() {
    enter();
    List<Json> elements = new ArrayList<>();
    if (next() != ']') {
      do {
        elements.add(value());
      } while (skip(','));
    }
    expect(']');
    depth--;
    return new JsonArray(elements);
  }

  private void enter() {
    if (++depth > DEEPEST) {
      throw problem("nested deeper than " + DEEPEST + " levels");
    }
    at++;
  }

  private String string() {
    at++;
    var out = new StringBuilder();
    while (true) {
      char c = at < text.length() ? text.charAt(at) : END;
      if (c == '"') {
        at++;
        return out.toString();
      }
      if (c < ' ') {
        throw problem(
            at < text.length() ? "a control character in text" : "the text ends inside a string");
      }
      at++;
      out.append(c == '\\' ? escape() : c);
    }
  }

  private char escape() {
    char c = at < text.length() ? text.charAt(at) : END;
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> codeUnit();
      default -> {
        at--;
        throw problem("unknown escape");
      }
    };
  }

  private char codeUnit() {
    int unit = 0;
    for (int i = 0; i < 4; i++, at++) {
      int digit =
          at < text.length() && text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0) {
        throw problem("expected four hexadecimal digits after \\u");
      }
      unit = unit << 4 | digit;
    }
    return (char) unit;
  }

  private JsonNumber number() {
    int start = at;
    skipNow('-');
    if (!skipNow('0')) {
      digits();
    }
    if (skipNow('.')) {
      digits();
    }
    if (skipNow('e') || skipNow('E')) {
      if (!skipNow('+')) {
        skipNow('-');
      }
      digits();
    }
    var number = text.substring(start, at);
    try {
      if (number.length() <= LONGEST_NUMBER) {
        var value = new BigDecimal(number);
        if (Math.abs((long) value.scale()) <= MOST_DIGITS) {
          return new JsonNumber(value);
        }
      }
    } catch (NumberFormatException _) {
      // the exponent does not fit: the same complaint as for too many digits
    }
    at = start;
    throw problem("the number is too large");
  }

  private void digits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      throw problem("expected a digit");
    }
  }

  private Json word(String word, Json value) {
    if (!text.startsWith(word, at)) {
      throw problem("expected a value");
    }
    at += word.length();
    return value;
  }

  /** The next character that is no blank; {@link #END} after the last. */
  private char next() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    // A real NUL is no JSON either, but must not pass for the end of the text.
    if (at < text.length() && text.charAt(at) == END) {
      throw problem("a control character");
    }
    return at < text.length() ? text.charAt(at) : END;
  }

  private boolean skip(char c) {
    return next() == c && skipNow(c);
  }

  private boolean skipNow(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private void expect(char c) {
    if (!skip(c)) {
      throw problem("expected '" + c + "'");
    }
  }

  private JsonSyntaxException problem(String problem) {
    int end = Math.min(at, text.length());
    int line = 1 + (int) text.chars().limit(end).filter(c -> c == '\n').count();
    int column = end - text.lastIndexOf('\n', end - 1);
    return new JsonSyntaxException(line, column, problem);
  }
}
