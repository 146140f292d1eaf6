package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SituationsDocTest {
  static final String ROLLOUT = "../core/src/main/java/dev/regularizer/core/rollout";
  private static final Path FILE =
      Path.of(System.getProperty("basedir", ".")).resolve("../docs/situations.md");

  /** Run with -Ddocs.update=true to write it. */
  @Test
  void theDocumentIsTheIndexOfTheTranscripts() throws IOException {
    var text = new SituationsDoc(RecordedTranscripts.all()).text();
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(FILE, text);
    }
    assertThat(FILE).hasContent(text);
  }

  @Test
  void everyRowIsDecidedSomewhere() {
    assertThat(Rows.ALL)
        .allSatisfy(row -> {
          assertThat(RowCode.of(row)).as("classes that decide: " + row).isNotEmpty();
          assertThat(RowCode.of(row))
              .allSatisfy(name -> assertThat(Path.of(ROLLOUT, name + ".java")).exists());
        });
  }
}
