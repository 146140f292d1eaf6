package dev.regularizer.e2e.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.e2e.generated.GeneratedPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the samples say of themselves is what their README says. */
class SamplesReadmeTest {
  private static final Path SAMPLES = Path.of("../samples");
  private static final Path README = SAMPLES.resolve("README.md");
  private static final Pattern DESCRIPTION = Pattern.compile("<description>(.+)</description>");

  /** Run with -Ddocs.update=true to write the lists. */
  @Test
  void listsAllManifestsAndPrograms() throws IOException {
    var document = Files.readString(README);
    var manifests = new GeneratedPart("the first lines of the manifests");
    var programs = new GeneratedPart("the descriptions of the modules");
    var written =
        programs.replaced(manifests.replaced(document, list(manifests())), list(programs()));
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(README, written);
    }
    assertThat(README).hasContent(written);
  }

  @Test
  void linksToFilesThatExist() throws IOException {
    var links =
        Pattern.compile("\\]\\(([^)]+)\\)")
            .matcher(Files.readString(README))
            .results()
            .map(link -> link.group(1))
            .toList();
    assertThat(links).hasSizeGreaterThan(8).allMatch(link -> Files.exists(SAMPLES.resolve(link)));
  }

  private static String list(List<String> lines) {
    return lines.stream().map(line -> "- " + line + "\n").collect(Collectors.joining());
  }

  private static List<String> manifests() throws IOException {
    try (var all = Files.walk(SAMPLES)) {
      return all.filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.toString().contains("/target/"))
          .sorted()
          .map(file -> link(file) + ": " + firstLines(file))
          .toList();
    }
  }

  private static String firstLines(Path manifest) {
    try (var lines = Files.lines(manifest)) {
      var comment =
          lines
              .takeWhile(line -> line.startsWith("# "))
              .map(line -> line.substring(2).strip())
              .collect(Collectors.joining(" "));
      assertThat(comment).as("first lines of %s", manifest).endsWith(".");
      return comment;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> programs() throws IOException {
    try (var all = Files.list(SAMPLES)) {
      return all.filter(module -> Files.exists(module.resolve("pom.xml")))
          .sorted()
          .map(module -> link(module) + ": " + description(module.resolve("pom.xml")))
          .toList();
    }
  }

  private static String description(Path pom) {
    try {
      var found = DESCRIPTION.matcher(Files.readString(pom));
      assertThat(found.find()).as("a description in %s", pom).isTrue();
      return found.group(1);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String link(Path file) {
    var name = SAMPLES.relativize(file);
    return "[" + name + "](" + name + ")";
  }
}
