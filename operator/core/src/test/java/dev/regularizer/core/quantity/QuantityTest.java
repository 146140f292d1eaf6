package dev.regularizer.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "4Mi, 4194304",
    "4096Ki, 4194304",
    "4194304, 4194304",
    "1000m, 1",
    "1, 1",
    "1.0, 1",
    "+1, 1",
    "1., 1",
    ".5, 0.5",
    "100m, 0.1",
    "0.1, 0.1",
    "1u, 0.000001",
    "1n, 0.000000001",
    "1k, 1000",
    "1M, 1000000",
    "1G, 1000000000",
    "1T, 1000000000000",
    "1P, 1000000000000000",
    "1E, 1000000000000000000",
    "1E3, 1000",
    "1e3, 1000",
    "1e-3, 0.001",
    "0.5Gi, 536870912",
    "1Ti, 1099511627776",
    "1Pi, 1125899906842624",
    "1Ei, 1152921504606846976",
    "0Mi, 0",
    "-0, 0",
    "-1.50, -1.5",
  })
  void reads(String text, String plain) {
    assertThat(Quantity.parse(text).orElseThrow()).isEqualByComparingTo(new BigDecimal(plain));
    assertThat(Quantity.normalise(text)).isEqualTo(plain);
    assertThat(Quantity.normalise(plain)).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ".", "Mi", "4MiB", "4 Mi", "4mi", "1K", "1e", "1e1000", "0x10", "1_000", "NaN", "1Mi1",
        "--1"
      })
  void leavesOtherTextAlone(String text) {
    assertThat(Quantity.parse(text)).isEmpty();
    assertThat(Quantity.normalise(text)).isEqualTo(text);
  }
}
