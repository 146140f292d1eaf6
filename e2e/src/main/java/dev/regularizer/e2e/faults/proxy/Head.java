package dev.regularizer.e2e.faults.proxy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The head of an HTTP/1.1 message, as it came.
 *
 * @param line request line or status line
 * @param fields `Name: value` each
 */
record Head(String line, List<String> fields) {
  private static final int LONGEST_LINE = 1 << 16;

  Head {
    fields = List.copyOf(fields);
  }

  /** Reads a head; null when the other side ended before one began. */
  static @Nullable Head read(InputStream in) throws IOException {
    var line = line(in);
    if (line == null) {
      return null;
    }
    var fields = new ArrayList<String>();
    for (var field = line(in); ; field = line(in)) {
      if (field == null) {
        throw new EOFException("the connection ended inside of a head");
      }
      if (field.isEmpty()) {
        return new Head(line, fields);
      }
      fields.add(field);
    }
  }

  Optional<String> field(String name) {
    return fields.stream()
        .filter(field -> isNamed(field, name))
        .map(field -> field.substring(name.length() + 1).strip())
        .findFirst();
  }

  Head with(String name, String value) {
    var next = new ArrayList<>(without(name).fields);
    next.add(name + ": " + value);
    return new Head(line, next);
  }

  Head without(String name) {
    return new Head(line, fields.stream().filter(field -> !isNamed(field, name)).toList());
  }

  byte[] bytes() {
    return (line + "\r\n" + String.join("\r\n", fields) + "\r\n\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The status of an answer. */
  int status() {
    return Integer.parseInt(line.split(" ", 3)[1]);
  }

  private static boolean isNamed(String field, String name) {
    return field.length() > name.length()
        && field.charAt(name.length()) == ':'
        && field.regionMatches(true, 0, name, 0, name.length());
  }

  private static @Nullable String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        var text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      }
      line.write(next);
      if (line.size() > LONGEST_LINE) {
        throw new IOException("a line of more than " + LONGEST_LINE + " bytes");
      }
    }
    if (line.size() > 0) {
      throw new EOFException("the connection ended inside of a line");
    }
    return null;
  }
}
