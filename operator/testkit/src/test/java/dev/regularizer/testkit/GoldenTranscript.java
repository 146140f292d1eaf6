package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A transcript on file. Behaviour changes show as a difference a reviewer reads. */
final class GoldenTranscript {
  private static final Path DIRECTORY = Path.of("src/test/resources/transcripts");
  private static final boolean UPDATE = Boolean.getBoolean("transcripts.update");

  private GoldenTranscript() {}

  /** Compares with the file, or rewrites it with -Dtranscripts.update=true, which CI refuses. */
  static void matches(String name, String text) {
    var file = DIRECTORY.resolve(name + ".txt");
    try {
      if (UPDATE) {
        assertThat(System.getenv("CI")).as("transcripts are not rewritten in CI").isNull();
        Files.createDirectories(DIRECTORY);
        Files.writeString(file, text);
      }
      assertThat(file)
          .as("transcript %s; write it with -Dtranscripts.update=true and read it", name)
          .exists();
      assertThat(text).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
