package dev.regularizer.crds.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A generated file that is committed: compared, or rewritten with {@code -Dcrds.update=true}. */
record CommittedFile(Path path) {

  static CommittedFile of(String name) {
    return new CommittedFile(Path.of(name));
  }

  void mustBe(String text) {
    try {
      if (Boolean.getBoolean("crds.update")) {
        if (System.getenv("CI") != null) {
          throw new IllegalStateException("crds.update is refused in CI");
        }
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, text);
      }
      assertThat(Files.exists(path) ? Files.readString(path) : "")
          .as("%s differs from the records; rewrite it with -Dcrds.update=true", path)
          .isEqualTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
