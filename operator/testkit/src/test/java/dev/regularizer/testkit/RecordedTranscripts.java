package dev.regularizer.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The golden transcripts on file, read back. */
final class RecordedTranscripts {
  static final Path DIRECTORY = Path.of("src/test/resources/transcripts");
  private static final Pattern DECIDED =
      Pattern.compile("=> ([A-Za-z]+) ([A-Za-z]+) \"(.*?)\"(?:;|$)", Pattern.MULTILINE);

  private RecordedTranscripts() {}

  /**
   * One transcript.
   *
   * @param name of its file, without ending
   * @param shows its first line: the rule it shows
   */
  record Recorded(String name, String shows, List<Decided> decided) {}

  /** What one of its passes decided. */
  record Decided(String phase, String reason, String message) {}

  /** All of them, by name. */
  static List<Recorded> all() {
    try (var files = Files.list(DIRECTORY)) {
      var all = new ArrayList<Recorded>();
      for (var file : files.sorted().toList()) {
        all.add(read(file));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Recorded read(Path file) throws IOException {
    var text = Files.readString(file);
    var decided =
        DECIDED
            .matcher(text)
            .results()
            .map(found -> new Decided(found.group(1), found.group(2), found.group(3)))
            .toList();
    var name = file.getFileName().toString();
    return new Recorded(
        name.substring(0, name.length() - ".txt".length()),
        text.lines().findFirst().orElseThrow().substring(2),
        decided);
  }
}
