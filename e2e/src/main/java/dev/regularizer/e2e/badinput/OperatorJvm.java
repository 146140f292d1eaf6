package dev.regularizer.e2e.badinput;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regularizer.controller.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operator in a virtual machine of its own, with the class path and kubeconfig of this one. */
final class OperatorJvm implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern PORT = Pattern.compile("probes and metrics on port ([0-9]+)");

  private final Process process;
  private final Path output;

  private OperatorJvm(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts it for one namespace. */
  static OperatorJvm start(String namespace) {
    try {
      var directory = Files.createTempDirectory("badinput");
      var config = Files.writeString(directory.resolve("config.yaml"), config(namespace));
      var output = directory.resolve("operator.log");
      var java = Path.of(System.getProperty("java.home"), "bin", "java");
      var process =
          new ProcessBuilder(
                  java.toString(),
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-Xmx256m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Main.class.getName(),
                  "--config",
                  config.toString())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      return new OperatorJvm(process, output);
    } catch (IOException e) {
      throw new UncheckedIOException("the operator cannot be started", e);
    }
  }

  /** Nothing answers at its Prometheus: no trial of these tests gets so far. */
  private static String config(String namespace) {
    return """
    watchNamespaces: [%s]
    prometheus: {connections: [{name: default, url: "http://127.0.0.1:9"}]}
    managementPort: 0
    leaderElection: {enabled: false}
    logLevel: debug
    """
        .formatted(namespace);
  }

  boolean runs() {
    return process.isAlive();
  }

  /** What it has printed, a line each. */
  List<String> lines() {
    try {
      return Files.readAllLines(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Lines that are no record of the log, or one of an error: a text of a user that broke out of its
   * record is such a line.
   */
  List<String> strangeLines() {
    var strange = new ArrayList<String>();
    for (var line : lines()) {
      if (!isQuietRecord(line)) {
        strange.add(line);
      }
    }
    return strange;
  }

  /** Lines of its metrics that must not be. */
  List<String> strangeMetrics() {
    return Exposition.strangeLines(
        lines().stream()
            .map(PORT::matcher)
            .filter(Matcher::find)
            .mapToInt(found -> Integer.parseInt(found.group(1)))
            .findFirst()
            .orElseThrow());
  }

  private static boolean isQuietRecord(String line) {
    try {
      JsonNode record = JSON.readTree(line);
      return record.path("time").isTextual()
          && !record.path("level").asText().equals("ERROR")
          && line.chars().noneMatch(Character::isISOControl);
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
