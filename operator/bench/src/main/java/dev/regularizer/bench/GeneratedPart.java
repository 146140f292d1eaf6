package dev.regularizer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a document that a command writes, between its marks. */
final class GeneratedPart {
  private static final String END = "<!-- end generated -->";

  private GeneratedPart() {}

  /** Puts a text between the marks of a command. */
  static void write(Path document, String command, String part) throws IOException {
    var text = Files.readString(document);
    var mark = "<!-- begin generated: " + command + " -->";
    int begin = text.indexOf(mark);
    int end = text.indexOf(END, begin);
    if (begin < 0 || end < 0) {
      throw new IOException(document + " has no place for the table: " + mark + " ... " + END);
    }
    Files.writeString(
        document,
        text.substring(0, begin + mark.length())
            + "\n"
            + part.strip()
            + "\n"
            + text.substring(end));
  }
}
