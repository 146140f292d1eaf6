package dev.regularizer.samples.modelserver.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.regularizer.samples.modelserver.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
  @TempDir Path folder;

  @Test
  void readsWhatTheOperatorMounts() throws Exception {
    var file = folder.resolve("revision.json");
    Files.writeString(
        file,
        """
        {"model":"ic","namespace":"vision","revision":"5c4b9wzq7f",
         "regularizers":[{"type":"L2","strength":"1"},
                         {"type":"TemperatureScaling","name":"t","temperature":"0.25"}]}
        """);

    var settings =
        Settings.read(
            List.of("better"), Map.of("REGULARIZER_REVISION_FILE", file.toString(), "PORT", "0"));

    assertThat(settings.model().name()).isEqualTo("better");
    assertThat(settings.revision().hash()).isEqualTo("5c4b9wzq7f");
    assertThat(settings.revision().regularizers())
        .extracting(Declared::type, Declared::parameters)
        .contains(tuple("TemperatureScaling", Map.of("temperature", "0.25")));
  }

  @Test
  void modelFileWinsOverTheBundledModels() throws Exception {
    var file = folder.resolve("mine.json");
    try (var stable = getClass().getResourceAsStream("/models/stable.json")) {
      Files.write(
          file,
          new String(stable.readAllBytes(), UTF_8)
              .replace("\"stable\"", "\"mine\"")
              .getBytes(UTF_8));
    }

    var settings =
        Settings.read(List.of(), Map.of("MODEL_FILE", file.toString(), "MODEL", "better"));

    assertThat(settings.model().name()).isEqualTo("mine");
  }

  @Test
  void unknownModelSaysWhatToDo() {
    assertThatThrownBy(() -> Settings.read(List.of(), Map.of("MODEL", "besser")))
        .isInstanceOf(InvalidFileException.class)
        .hasMessage(
            "MODEL: found \"besser\"; name a model of samples/digits/models, such as stable, or set"
                + " MODEL_FILE");
  }

  @Test
  void missingRevisionFileStopsTheStart() {
    var file = folder.resolve("absent.json").toString();
    assertThatThrownBy(() -> Settings.read(List.of(), Map.of("REGULARIZER_REVISION_FILE", file)))
        .isInstanceOf(InvalidFileException.class)
        .hasMessage(
            file
                + ": found no readable file (NoSuchFileException); mount the revision there or"
                + " unset REGULARIZER_REVISION_FILE");
  }

  @Test
  void badSettingsNameTheirVariable() {
    assertThatThrownBy(() -> Settings.read(List.of(), Map.of("HISTOGRAMS", "exponential")))
        .hasMessage("HISTOGRAMS: found \"exponential\"; write both, classic or native");
    assertThatThrownBy(() -> Settings.read(List.of(), Map.of("PREDICTION_COST", "-1")))
        .hasMessage("PREDICTION_COST: found \"-1\"; write a number from 0 to 1000000");
    assertThatThrownBy(() -> Settings.read(List.of(), Map.of("DRAIN_SECONDS", "5s")))
        .hasMessage("DRAIN_SECONDS: found \"5s\"; write a whole number from 0 to 65535");
  }
}
