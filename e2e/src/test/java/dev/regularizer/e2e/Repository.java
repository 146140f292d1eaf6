package dev.regularizer.e2e;

import java.nio.file.Files;
import java.nio.file.Path;

/** The source tree that the tests run in. */
public final class Repository {
  private Repository() {}

  /** The directory that holds the chart and the samples. */
  public static Path root() {
    var directory = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(directory.resolve("charts"))) {
      var parent = directory.getParent();
      if (parent == null) {
        throw new IllegalStateException(
            Path.of("").toAbsolutePath() + " is not inside the source tree");
      }
      directory = parent;
    }
    return directory;
  }
}
