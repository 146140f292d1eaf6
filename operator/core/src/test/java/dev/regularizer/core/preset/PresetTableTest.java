package dev.regularizer.core.preset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PresetTableTest {
  private static final Path FILE =
      Path.of(System.getProperty("basedir", ".")).resolve("../docs/presets.md");

  /** Run with -Ddocs.update=true to write it. */
  @Test
  void theDocumentSaysWhatTheCodeDoes() throws IOException {
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(FILE, PresetTable.text());
    }
    assertThat(FILE).hasContent(PresetTable.text());
  }
}
