package dev.regularizer.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageArchiveTest {
  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<Entry> ENTRIES =
      List.of(
          Entry.directory("etc"),
          Entry.text("etc/passwd", "root:x:0:0:root:/:/sbin/nologin\n"),
          new Entry("etc/link", 0777, new Entry.Link("passwd")),
          Entry.text("z".repeat(90) + "/" + "y".repeat(90), "long"));

  @TempDir Path folder;

  @Test
  void theOrderOfEntriesDoesNotMatter() throws IOException {
    Layer one = Layer.write("files", ENTRIES, TIME, folder.resolve("one"));
    Layer other = Layer.write("files", ENTRIES.reversed(), TIME, folder.resolve("other"));

    assertThat(folder.resolve("one")).hasSameBinaryContentAs(folder.resolve("other"));
    assertThat(one.diffId()).isEqualTo(other.diffId()).isNotEqualTo(one.blob().digest());
  }

  @Test
  void theTarProgramReadsWhatWasWritten() throws Exception {
    Layer.write("files", ENTRIES, TIME, folder.resolve("layer.tar.gz"));

    Path root = Files.createDirectory(folder.resolve("root"));
    Command.run(List.of("tar", "-xzf", folder.resolve("layer.tar.gz").toString(), "-C", "" + root));

    assertThat(root.resolve("etc/link"))
        .isSymbolicLink()
        .hasContent("root:x:0:0:root:/:/sbin/nologin\n");
    assertThat(root.resolve("z".repeat(90)).resolve("y".repeat(90))).hasContent("long");
    assertThat(Files.getLastModifiedTime(root.resolve("etc/passwd")).toInstant()).isEqualTo(TIME);
  }

  @Test
  void aPathThatTarCannotHoldIsRefused() {
    List<Entry> entries = List.of(Entry.text("x".repeat(101), ""));

    assertThatThrownBy(() -> Layer.write("files", entries, TIME, folder.resolve("layer")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("path too long");
  }

  @Test
  void theSameImageIsTheSameBytes() throws IOException {
    String first = archive("a").write(folder.resolve("a.tar"));
    String second = archive("b").write(folder.resolve("b.tar"));

    assertThat(first).isEqualTo(second).startsWith("sha256:");
    assertThat(folder.resolve("a.tar")).hasSameBinaryContentAs(folder.resolve("b.tar"));
  }

  @Test
  void jsonIsSortedAndEscaped() {
    assertThat(Json.render(Map.of("b", List.of(1, "x\"\\\n"), "a", Map.of())))
        .isEqualTo("{\"a\":{},\"b\":[1,\"x\\\"\\\\\\u000a\"]}");
  }

  private ImageArchive archive(String layerFile) throws IOException {
    Layer layer = Layer.write("files", ENTRIES, TIME, folder.resolve(layerFile));
    return new ImageArchive(
        "regularizer-test:1", "amd64", List.of(layer), Map.of("User", "65532:65532"), TIME);
  }
}
