package dev.regularizer.e2e.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A manifest of a sample declares exactly what the served model's file says. */
class SampleManifestsTest {
  private static final Path DIGITS = Path.of("../samples/digits");

  static List<Path> manifests() throws IOException {
    try (var files = Files.list(DIGITS)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void declaresWhatIsServed(Path file) throws IOException {
    var manifest = ModelManifest.read(file);
    var served = manifest.at("/spec/revision/pod/spec/containers/0/args/0").asText();
    assertThat(file).hasFileName(served + ".yaml");

    JsonNode model =
        new JsonMapper().readTree(DIGITS.resolve("models/" + served + ".json").toFile());
    assertThat(manifest.at("/spec/revision/regularizers")).isEqualTo(model.path("regularizers"));
    assertThat(manifest.at("/spec/revision/training")).isEqualTo(model.path("training"));
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void differsFromStableInTheRevisionOnly(Path file) {
    var manifest = ModelManifest.read(file);
    var stable = ModelManifest.read(DIGITS.resolve("stable.yaml"));
    assertThat(manifest.serving(stable).yaml()).isEqualTo(stable.yaml());
  }
}
