package dev.regularizer.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {

  @ParameterizedTest
  @CsvSource({
    "1h30m, PT1H30M, 1h30m",
    "30s, PT30S, 30s",
    "250ms, PT0.25S, 250ms",
    "0, PT0S, 0s",
    "0s, PT0S, 0s",
    "90m, PT1H30M, 1h30m",
    "1.5h, PT1H30M, 1h30m",
    ".5s, PT0.5S, 500ms",
    "1m500ms, PT1M0.5S, 1m500ms",
    "1s1s, PT2S, 2s",
    "168h, PT168H, 168h",
    "3us, PT0.000003S, 3us",
    "3µs, PT0.000003S, 3us",
    "3μs, PT0.000003S, 3us",
    "7ns, PT0.000000007S, 7ns",
    "0.3ns, PT0S, 0s",
    "2562047h47m16.854775807s, PT2562047H47M16.854775807S, 2562047h47m16s854ms775us807ns",
  })
  void reads(String text, Duration duration, String canonical) {
    assertThat(GoDuration.parse(text)).isEqualTo(duration);
    assertThat(GoDuration.format(duration)).isEqualTo(canonical);
    assertThat(GoDuration.normalise(text)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1",
        "1d",
        "-5m",
        "+5m",
        "s",
        "1h ",
        "1 h",
        "1H",
        "PT1H",
        "1y",
        ".s",
        "1..5s",
        "1e3s",
        "١s",
        "2562047h47m16.854775808s",
        "99999999999999999999h"
      })
  void refuses(String text) {
    assertThat(GoDuration.find(text)).isEmpty();
    assertThat(GoDuration.normalise(text)).isEqualTo(text);
    assertThatThrownBy(() -> GoDuration.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("found \"" + text + "\"; allowed: " + GoDuration.ALLOWED);
  }

  @Test
  void readsWhatItWrites() {
    var random = new Random(11);
    for (int i = 0; i < 2000; i++) {
      var duration = Duration.ofNanos(random.nextLong() >>> (1 + random.nextInt(62)));
      assertThat(GoDuration.parse(GoDuration.format(duration))).isEqualTo(duration);
    }
  }

  @Test
  void writesNoNegativeSpan() {
    assertThatThrownBy(() -> GoDuration.format(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
