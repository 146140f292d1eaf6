package dev.regularizer.samples.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceTest {
  @ParameterizedTest
  @CsvSource({"0,0", "0.0499,0", "0.05001,1", "0.25,5", "0.5,10", "0.9499,18", "0.9501,19", "1,19"})
  void fallsIntoItsBin(double probability, int bin) {
    assertThat(Confidence.of(probability).bin()).isEqualTo(bin);
  }

  @Test
  void sumsAreExact() {
    var confidence = Confidence.of(0.8123456789);
    var sum = 0.0;
    for (var i = 0; i < 1_000_000; i++) {
      sum += confidence.value();
    }
    assertThat(sum).isEqualTo(confidence.value() * 1_000_000);
    assertThat(confidence.value()).isCloseTo(0.8123456789, within(1e-6));
  }

  @Test
  void nothingBeyondOne() {
    assertThatThrownBy(() -> new Confidence((1 << 20) + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
