package dev.regularizer.core.counting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a model server exported, as a scraper reads it. */
final class Exposition {
  private static final Pattern SERIES =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)\\})? (\\S+)");
  private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"([^\"]*)\"");

  private final String text;

  private Exposition(String text) {
    this.text = text;
  }

  /** One of the committed expositions. */
  static Exposition committed(String name) {
    try (var stream = Exposition.class.getResourceAsStream("/presets/" + name + ".txt")) {
      if (stream == null) {
        throw new IllegalArgumentException("no exposition presets/" + name + ".txt");
      }
      return new Exposition(new String(stream.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How it came about. */
  String origin() {
    return text.lines().findFirst().orElse("");
  }

  /** Answers of Prometheus in which every series went from 0 to what was exported. */
  Scrapes scrapes() {
    var scrapes = new Scrapes();
    text.lines()
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(line -> {
          var series = SERIES.matcher(line);
          if (!series.matches()) {
            throw new IllegalArgumentException("no series: " + line);
          }
          var labels = series.group(2) == null ? "" : series.group(2);
          scrapes.add(
              series.group(1), labels(labels), 8, 0, 0, Double.parseDouble(series.group(3)));
        });
    return scrapes;
  }

  private static Map<String, String> labels(String text) {
    var labels = new TreeMap<String, String>();
    LABEL.matcher(text).results().forEach(one -> labels.put(one.group(1), one.group(2)));
    return labels;
  }
}
