package dev.regularizer.e2e.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A text that broke out of a label is noticed. */
class ExpositionTest {
  @Test
  void samplesAreFine() {
    var text =
        """
        # HELP regularizer_phase Phase of a model
        # TYPE regularizer_phase gauge
        regularizer_phase{model="a\\"b\\nc\\\\",namespace="n"} 1.0
        jvm_threads 1e3
        """;
    assertThat(Exposition.strangeLines(text)).isEmpty();
  }

  @Test
  void anythingElseIsStrange() {
    var text =
        """
        regularizer_phase{model="x"} 1
        y{a=""} 1.0
        regularizer_phase{model="x
        y"} 1
        """;
    assertThat(Exposition.strangeLines(text))
        .containsExactly("y{a=\"\"} 1.0", "regularizer_phase{model=\"x", "y\"} 1");
  }
}
