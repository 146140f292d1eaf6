package dev.regularizer.e2e.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Path ROOT = Path.of("..");

  @Test
  void joinsLinesThatGoOn() {
    var readme = Readme.parse(List.of("text", "```sh", "one \\", "  two", "three", "```", "```"));
    assertThat(readme.commands()).containsExactly("one two", "three");
  }

  @Test
  void showsTheSmallestSampleAsItIs() throws IOException {
    assertThat(Readme.read(ROOT.resolve("README.md")).only("yaml") + "\n")
        .isEqualTo(Files.readString(ROOT.resolve("samples/minimal.yaml")));
  }

  @Test
  void pushesTheImagesAsTheImageTestDoes() throws IOException {
    var push =
        Readme.read(ROOT.resolve("README.md")).commands().stream()
            .filter(command -> command.startsWith("./mvnw"))
            .toList();
    assertThat(push).hasSize(1);
    var words = push.getFirst().substring(0, push.getFirst().indexOf(" -Dimage.push="));
    assertThat(Files.readString(ROOT.resolve("e2e/image-test")).replace("./mvnw -q ", "./mvnw "))
        .contains(words)
        .contains("-Dimage.push=");
  }

  @Test
  void linksToFilesThatExist() throws IOException {
    for (var file : List.of("README.md", "CONTRIBUTING.md")) {
      var links =
          Pattern.compile("\\]\\((?!https?:|#)([^)]+)\\)")
              .matcher(Files.readString(ROOT.resolve(file)))
              .results()
              .map(link -> link.group(1))
              .toList();
      assertThat(links).as(file).allMatch(link -> Files.exists(ROOT.resolve(link)));
    }
  }
}
