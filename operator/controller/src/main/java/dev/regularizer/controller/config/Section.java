package dev.regularizer.controller.config;

import dev.regularizer.core.quantity.GoDuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A map of the file with the place it stands at; what is wrong goes to one list of problems. */
final class Section {
  private final String file;
  private final String path;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final List<String> problems;

  /** Reads the keys of a map, refusing those that are not allowed. */
  Section(String file, String path, @Nullable Node node, List<String> problems, String... allowed) {
    this.file = file;
    this.path = path;
    this.problems = problems;
    if (node == null || isNull(node)) {
      return;
    }
    if (!(node instanceof MappingNode map)) {
      wrong(node, place(path), kind(node), "a map", "write its keys below it");
      return;
    }
    var known = List.of(allowed);
    for (var entry : map.getValue()) {
      var key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!known.contains(key)) {
        wrong(
            entry.getKeyNode(),
            place(path),
            "unknown key \"" + key + "\"",
            String.join(", ", known),
            "correct the spelling or remove it");
      } else if (values.putIfAbsent(key, entry.getValueNode()) != null) {
        wrong(
            entry.getKeyNode(),
            place(path),
            "key \"" + key + "\" twice",
            "each key once",
            "remove one of them");
      }
    }
  }

  Section section(String key, String... allowed) {
    return new Section(file, at(key), values.get(key), problems, allowed);
  }

  /** The maps of a list. */
  List<Section> sections(String key, String... allowed) {
    var elements = elements(key);
    return IntStream.range(0, elements.size())
        .mapToObj(
            i -> new Section(file, at(key) + "[" + i + "]", elements.get(i), problems, allowed))
        .toList();
  }

  Set<String> texts(String key) {
    var texts = new LinkedHashSet<String>();
    for (var element : elements(key)) {
      if (element instanceof ScalarNode scalar) {
        texts.add(scalar.getValue());
      } else {
        wrong(element, at(key), kind(element), "a list of texts", "write one text per element");
      }
    }
    return texts;
  }

  /** A text that must be there. */
  String text(String key) {
    var text = scalar(key);
    if (text == null || text.isBlank()) {
      problems.add(file + ": " + at(key) + ": found nothing; allowed: a text; set it");
      return "";
    }
    return text;
  }

  Duration duration(String key, Duration fallback) {
    return parsed(key, fallback, GoDuration::parse, "a duration such as 15s or 1m30s");
  }

  int integer(String key, int fallback, int least, int most) {
    return parsed(
        key,
        fallback,
        text -> {
          var number = Integer.parseInt(text);
          if (number < least || number > most) {
            throw new IllegalArgumentException(text);
          }
          return number;
        },
        "a whole number from " + least + " to " + most);
  }

  boolean truth(String key, boolean fallback) {
    return parsed(
        key,
        fallback,
        text -> {
          if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
          }
          return text.equals("true");
        },
        "true or false");
  }

  /** A value read by a function that throws an IllegalArgumentException on a bad one. */
  <T> T parsed(String key, T fallback, Function<String, T> parser, String allowed) {
    var text = scalar(key);
    if (text == null) {
      return fallback;
    }
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException bad) {
      wrong(values.get(key), at(key), "\"" + text + "\"", allowed, "correct the value");
      return fallback;
    }
  }

  /** Reports a value that is well formed but cannot be used. */
  void refuse(String key, String found, String allowed, String remedy) {
    wrong(values.get(key), at(key), found, allowed, remedy);
  }

  private @Nullable String scalar(String key) {
    var node = values.get(key);
    if (node == null || isNull(node)) {
      return null;
    }
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    wrong(node, at(key), kind(node), "one value", "write it on the same line");
    return null;
  }

  private List<Node> elements(String key) {
    var node = values.get(key);
    if (node == null || isNull(node)) {
      return List.of();
    }
    if (node instanceof SequenceNode list) {
      return new ArrayList<>(list.getValue());
    }
    wrong(node, at(key), kind(node), "a list", "start each element with a dash");
    return List.of();
  }

  private void wrong(
      @Nullable Node node, String where, String found, String allowed, String remedy) {
    var line =
        node == null ? "" : node.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
    problems.add(
        file + line + ": " + where + ": found " + found + "; allowed: " + allowed + "; " + remedy);
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static String place(String path) {
    return path.isEmpty() ? "top level" : path;
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar && scalar.getTag().getValue().endsWith(":null");
  }

  private static String kind(Node node) {
    return switch (node) {
      case MappingNode map -> "a map of " + map.getValue().size() + " keys";
      case SequenceNode list -> "a list of " + list.getValue().size();
      case ScalarNode scalar -> "\"" + scalar.getValue() + "\"";
      default -> "something else";
    };
  }
}
