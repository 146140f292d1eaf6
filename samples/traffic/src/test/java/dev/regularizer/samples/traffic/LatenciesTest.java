package dev.regularizer.samples.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTest {
  @Test
  void quantilesOfAThousandValues() {
    var latencies = new Latencies();
    for (var micros = 1000; micros <= 1_000_000; micros += 1000) {
      latencies.add(micros);
    }
    assertThat(latencies.millis(0.5)).isCloseTo(500, withinPercentage(1.6));
    assertThat(latencies.millis(0.95)).isCloseTo(950, withinPercentage(1.6));
    assertThat(latencies.millis(1)).isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 127, 128, 129, 255, 256, 65_537, 7_200_000_000L, Long.MAX_VALUE})
  void oneValueIsItsOwnQuantile(long micros) {
    var latencies = new Latencies();
    latencies.add(micros);
    assertThat(latencies.millis(0.5)).isEqualTo(micros / 1000.0);
  }

  @Test
  void nothingIsZero() {
    assertThat(new Latencies().millis(0.99)).isZero();
  }
}
