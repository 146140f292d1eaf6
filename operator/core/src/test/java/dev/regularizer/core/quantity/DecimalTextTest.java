package dev.regularizer.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {

  @ParameterizedTest
  @CsvSource({
    "0.10, 0.1",
    "0.1, 0.1",
    "1e-6, 0.000001",
    "1E-06, 0.000001",
    "00.5, 0.5",
    "10, 10",
    "1e1, 10",
    "-0, 0",
    "-0.0, 0",
    "-1.50, -1.5",
    "0e999, 0",
    "1e64, 1e64",
    "1e63, 1000000000000000000000000000000000000000000000000000000000000000",
    "10e-66, 1e-65",
    "1e999, 1e999",
  })
  void hasOneSpelling(String text, String canonical) {
    assertThat(DecimalText.normalise(text)).isEqualTo(canonical);
    assertThat(DecimalText.parse(text).orElseThrow()).isEqualByComparingTo(new BigDecimal(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+1",
        ".5",
        "5.",
        "1,5",
        "1e",
        "1e1000",
        "0x1",
        "NaN",
        "Infinity",
        " 1",
        "1 ",
        "1f",
        "١",
        "0.00000000000000000000000000000001"
      })
  void leavesOtherTextAlone(String text) {
    assertThat(DecimalText.parse(text)).isEmpty();
    assertThat(DecimalText.normalise(text)).isEqualTo(text);
  }
}
