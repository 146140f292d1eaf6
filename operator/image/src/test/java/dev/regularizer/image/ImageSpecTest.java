package dev.regularizer.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageSpecTest {
  @TempDir Path folder;

  @Test
  void aSpecIsReadWithItsTraining() throws IOException {
    ImageSpec spec =
        ImageSpec.read(
            write(
                """
                name=n
                title=A title
                mainJar=m
                modules=java.base \\
                  java.xml
                training.ready=http://127.0.0.1:${port}/
                training.requests=GET /a; POST /b body.json
                """));

    assertThat(spec.modules()).containsExactly("java.base", "java.xml");
    assertThat(spec.jvm()).isEmpty();
    assertThat(spec.training().orElseThrow().requests())
        .isEqualTo(List.of("GET /a", "POST /b body.json"));
    assertThat(spec.training().orElseThrow().files()).isEqualTo(folder.resolve("training"));
  }

  @Test
  void anUnknownKeyIsRefusedWithTheAllowedOnes() throws IOException {
    Path file = write("name=n\ntitle=t\nmainJar=m\nmodule=java.base\n");

    assertThatThrownBy(() -> ImageSpec.read(file))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("unknown keys [module]")
        .hasMessageContaining("modules");
  }

  @Test
  void aMissingNameIsRefused() throws IOException {
    Path file = write("title=t\nmainJar=m\n");

    assertThatThrownBy(() -> ImageSpec.read(file)).hasMessageContaining("the key name is missing");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("image.properties"), text);
  }
}
