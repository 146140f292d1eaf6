package dev.regularizer.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A unified diff; it applies where its old lines stand exactly once, wherever that is. */
final class SourcePatch {
  private final Path file;
  private final List<String> lines;

  private SourcePatch(Path file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  static SourcePatch read(Path file) {
    return new SourcePatch(file, lines(file));
  }

  /** A line before the diff, such as {@code Caught by: S3}. */
  String header(String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElseThrow(() -> new AssertionError(file + ": the line \"" + name + ": …\" is missing"));
  }

  /** The changed files with their new texts. */
  Map<String, String> applied(Path root) {
    var texts = new LinkedHashMap<String, String>();
    var path = "";
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.startsWith("+++ b/")) {
        path = line.substring("+++ b/".length());
        texts.put(path, String.join("\n", lines(root.resolve(path))) + "\n");
      } else if (line.startsWith("@@ ")) {
        texts.put(path, replaced(texts.getOrDefault(path, ""), i + 1));
      }
    }
    return texts;
  }

  private String replaced(String text, int from) {
    var old = new ArrayList<String>();
    var next = new ArrayList<String>();
    for (int i = from; i < lines.size() && !lines.get(i).startsWith("@@ "); i++) {
      var line = lines.get(i);
      if (line.startsWith("--- ")) {
        break;
      }
      if (line.startsWith("-") || line.startsWith(" ")) {
        old.add(line.substring(1));
      }
      if (line.startsWith("+") || line.startsWith(" ")) {
        next.add(line.substring(1));
      }
    }
    var wanted = String.join("\n", old) + "\n";
    int at = text.indexOf(wanted);
    if (at < 0 || text.indexOf(wanted, at + 1) >= 0) {
      throw new AssertionError(file + " does not apply any more; these lines, once:\n" + wanted);
    }
    return text.substring(0, at)
        + String.join("\n", next)
        + "\n"
        + text.substring(at + wanted.length());
  }

  private static List<String> lines(Path path) {
    try {
      return Files.readAllLines(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
