package dev.regularizer.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a document that a bench writes.
 *
 * @param command that writes it, as it stands in the marks
 */
record GeneratedTable(Path document, String command) {
  private static final String END = "<!-- end generated -->";

  /** What stands between the marks now. */
  String read() throws IOException {
    var text = Files.readString(document);
    return text.substring(begin(text), end(text)).strip();
  }

  /** Puts a text between the marks. */
  void write(String table) throws IOException {
    var text = Files.readString(document);
    Files.writeString(
        document,
        text.substring(0, begin(text)) + "\n" + table.strip() + "\n" + text.substring(end(text)));
  }

  private int begin(String text) {
    var mark = "<!-- begin generated: " + command + " -->";
    int at = text.indexOf(mark);
    if (at < 0) {
      throw new IllegalStateException(document + " has no place for the table: " + mark);
    }
    return at + mark.length();
  }

  private int end(String text) {
    int at = text.indexOf(END, begin(text));
    if (at < 0) {
      throw new IllegalStateException(document + ": the place of the table has no end: " + END);
    }
    return at;
  }
}
