package dev.regularizer.core.counting;

import static dev.regularizer.core.counting.Scrapes.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.preset.Preset;
import dev.regularizer.core.preset.Served;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Presets against what servers really export: each got 20 images, 3 that its model fails on and 2
 * bodies that it cannot read (see e2e/presets), besides probes.
 */
class PresetCountingTest {

  @ParameterizedTest
  @CsvSource({"MLServer,3,23", "BentoML,3,25", "Triton,3,23", "VLLM,3,25"})
  void failuresAreThoseOfTheServer(Preset preset, long failures, long all) {
    assertThat(preset.errors())
        .isInstanceOfSatisfying(
            Served.From.class,
            served ->
                assertThat(samples(preset).events(window(10, 12), (EventSeries) served.series()))
                    .isEqualTo(new Reading.Counted<>(new EventCounts(failures, all))));
  }

  @ParameterizedTest
  @CsvSource({"KServe,23", "MLServer,25", "BentoML,25", "VLLM,20"})
  void everyRequestHasALatencyAndProbesHaveNone(Preset preset, long requests) {
    assertThat(preset.latency())
        .isInstanceOfSatisfying(
            Served.From.class,
            served ->
                assertThat(
                        samples(preset)
                            .latency(window(10, 12), 10, (SeriesSelector) served.series()))
                    .isEqualTo(new Reading.Counted<>(new LatencyCounts(requests, 0, 0))));
  }

  @ParameterizedTest
  @CsvSource({"KServe", "MLServer", "BentoML", "Triton", "VLLM"})
  void theExpositionIsOfTheVersionThatThePresetNames(Preset preset) {
    var origin = Exposition.committed(file(preset)).origin();
    assertThat(origin)
        .contains(preset.known().substring(preset.known().indexOf(' ') + 1).replace("from ", ""));
  }

  @Test
  void whatAServerDoesNotExportIsMissing() {
    assertThat(Preset.KServe.errors()).isInstanceOf(Served.Missing.class);
    assertThat(Preset.Triton.latency()).isInstanceOf(Served.Missing.class);
    for (var preset : Preset.values()) {
      if (preset != Preset.Native) {
        assertThat(preset.labels()).isInstanceOf(Served.Missing.class);
        assertThat(preset.rejections()).isInstanceOf(Served.Missing.class);
      }
    }
  }

  @Test
  void excludedValuesAreNotCounted() {
    var all = SeriesSelector.of("bentoml_service_request_total");
    assertThat(
            samples(Preset.BentoML)
                .events(window(10, 12), new EventSeries(List.of(all), List.of(all))))
        .isEqualTo(new Reading.Counted<>(new EventCounts(26, 26)));
  }

  private static ArmSamples samples(Preset preset) {
    return Exposition.committed(file(preset)).scrapes().arm();
  }

  private static String file(Preset preset) {
    return preset.word().toLowerCase(Locale.ROOT);
  }
}
