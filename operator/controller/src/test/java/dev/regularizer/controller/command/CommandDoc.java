package dev.regularizer.controller.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A document whose `sh` blocks hold one command each and whose `text` blocks hold what the command
 * before prints.
 *
 * @param lines all of it
 */
record CommandDoc(List<String> lines) {

  /** A command, and whether what it prints is shown. */
  record Example(String command, boolean shown) {}

  static CommandDoc read(Path file) throws IOException {
    return new CommandDoc(Files.readAllLines(file));
  }

  /** The commands, each as it is to be typed: lines that end with a backslash go on. */
  List<Example> examples() {
    var found = new ArrayList<Example>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).equals("```sh")) {
        int end = end(i);
        var command =
            String.join("\n", lines.subList(i + 1, end)).replace("\\\n", "").replaceAll(" +", " ");
        var shown =
            end + 2 < lines.size()
                && lines.get(end + 1).isEmpty()
                && lines.get(end + 2).equals("```text");
        found.add(new Example(command, shown));
        i = end;
      }
    }
    return found;
  }

  /** The document with these outputs, in the order of the commands whose output is shown. */
  CommandDoc showing(List<String> outputs) {
    var next = new ArrayList<String>();
    int shown = 0;
    for (int i = 0; i < lines.size(); i++) {
      next.add(lines.get(i));
      if (lines.get(i).equals("```text")) {
        next.addAll(outputs.get(shown++).lines().map(String::stripTrailing).toList());
        i = end(i) - 1;
      }
    }
    return new CommandDoc(next);
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  private int end(int start) {
    int i = start + 1;
    while (!lines.get(i).equals("```")) {
      i++;
    }
    return i;
  }
}
