package dev.regularizer.e2e.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The fenced blocks of the README. */
record Readme(List<Block> blocks) {

  /** One block: the word after its opening fence, and its lines. */
  record Block(String language, String text) {}

  static Readme read(Path file) {
    try {
      return parse(Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Readme parse(List<String> lines) {
    var blocks = new ArrayList<Block>();
    var text = new ArrayList<String>();
    String language = "";
    boolean inside = false;
    for (var line : lines) {
      if (!line.startsWith("```")) {
        text.add(line);
      } else if (inside) {
        blocks.add(new Block(language, String.join("\n", text)));
        inside = false;
      } else {
        language = line.substring(3).strip();
        inside = true;
        text.clear();
      }
    }
    return new Readme(List.copyOf(blocks));
  }

  /** The commands, each as it is to be typed: lines that end with a backslash go on. */
  List<String> commands() {
    var commands = new ArrayList<String>();
    for (var block : blocks) {
      if (block.language().equals("sh")) {
        for (var command : block.text().replace("\\\n", " ").lines().toList()) {
          commands.add(command.replaceAll(" +", " ").strip());
        }
      }
    }
    return List.copyOf(commands);
  }

  /** The only block of that language. */
  String only(String language) {
    var found = blocks.stream().filter(block -> block.language().equals(language)).toList();
    if (found.size() != 1) {
      throw new IllegalStateException(found.size() + " blocks of " + language + ", expected 1");
    }
    return found.getFirst().text();
  }
}
