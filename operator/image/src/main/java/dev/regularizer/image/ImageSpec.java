package dev.regularizer.image;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a module says about its image, read from its `image.properties`.
 *
 * @param name the image's name, without registry and tag
 * @param title one line for people
 * @param mainJar how the name of the jar to run begins
 * @param modules Java modules of the runtime
 * @param drop files of the runtime that are left out, as globs below the runtime's root
 * @param jvm options of the virtual machine
 * @param environment `NAME=value` pairs
 * @param training how the program is exercised while its AOT cache is recorded
 */
record ImageSpec(
    String name,
    String title,
    String mainJar,
    List<String> modules,
    List<String> drop,
    List<String> jvm,
    List<String> environment,
    Optional<TrainingSpec> training) {

  /**
   * A training run.
   *
   * @param arguments of the program
   * @param environment `NAME=value` pairs
   * @param ready an address that answers 200 once the program has started
   * @param requests requests sent to the program then, as `METHOD path file`
   * @param seconds how long the program goes on after the requests
   * @param files folder copied to /tmp
   */
  record TrainingSpec(
      List<String> arguments,
      List<String> environment,
      String ready,
      List<String> requests,
      int seconds,
      Path files) {}

  private static final Set<String> KEYS =
      Set.of(
          "name",
          "title",
          "mainJar",
          "modules",
          "drop",
          "jvm",
          "environment",
          "training.arguments",
          "training.environment",
          "training.ready",
          "training.requests",
          "training.seconds");

  /** Reads a file; the folder `training` beside it holds the files of the training run. */
  static ImageSpec read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
    unknown.removeAll(KEYS);
    if (!unknown.isEmpty()) {
      throw new ImageException(
          "%s: unknown keys %s; allowed are %s".formatted(file, unknown, new TreeSet<>(KEYS)));
    }
    Optional<TrainingSpec> training =
        Optional.ofNullable(properties.getProperty("training.ready"))
            .map(ready ->
                new TrainingSpec(
                    words(properties, "training.arguments"),
                    words(properties, "training.environment"),
                    ready,
                    lines(properties, "training.requests"),
                    seconds(properties, file),
                    file.resolveSibling("training")));
    return new ImageSpec(
        required(properties, "name", file),
        required(properties, "title", file),
        required(properties, "mainJar", file),
        words(properties, "modules"),
        words(properties, "drop"),
        words(properties, "jvm"),
        words(properties, "environment"),
        training);
  }

  private static String required(Properties properties, String key, Path file) {
    String value = properties.getProperty(key);
    if (value == null) {
      throw new ImageException("%s: the key %s is missing".formatted(file, key));
    }
    return value;
  }

  private static int seconds(Properties properties, Path file) {
    String value = properties.getProperty("training.seconds", "0");
    if (!value.matches("[0-9]{1,3}")) {
      throw new ImageException(
          "%s: training.seconds is %s; allowed are 0 to 999".formatted(file, value));
    }
    return Integer.parseInt(value);
  }

  private static List<String> words(Properties properties, String key) {
    return split(properties, key, "\\s+");
  }

  private static List<String> lines(Properties properties, String key) {
    return split(properties, key, "\\s*;\\s*");
  }

  private static List<String> split(Properties properties, String key, String separator) {
    String value = properties.getProperty(key, "").strip();
    return value.isEmpty() ? List.of() : List.of(value.split(separator, -1));
  }
}
