package dev.regularizer.e2e.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a clear message. */
class ClarityTest {
  @Test
  void allFourParts() {
    var message = "Invalid value: \"x\": found \"x\"; allowed: a decimal number; correct the value";
    assertThat(Clarity.of(new Refusal("spec.a", message))).isEqualTo(Clarity.COMPLETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invalid value: \"x\": failed rule: self.matches('^a$')",
        "Invalid value: \"x\": found \"x\"; allowed: a decimal number",
        "Invalid value: \"x\"",
        "found nothing"
      })
  void aPartIsMissing(String message) {
    assertThat(Clarity.of(new Refusal("spec.a", message))).isEqualTo(Clarity.UNCLEAR);
  }

  @Test
  void theSchemaSaysWhatItExpects() {
    var message = "Invalid value: \"string\": spec.a in body must be of type integer: \"string\"";
    assertThat(Clarity.of(new Refusal("spec.a", message))).isEqualTo(Clarity.EXPECTED);
  }

  @Test
  void aMessageOnNoFieldHasToNameOne() {
    var message = "found %s \"x\"; allowed: a name; choose another";
    assertThat(Clarity.of(new Refusal("<nil>", message.formatted("name"))))
        .isEqualTo(Clarity.UNCLEAR);
    assertThat(Clarity.of(new Refusal("<nil>", message.formatted("metadata.name"))))
        .isEqualTo(Clarity.COMPLETE);
  }

  @Test
  void oneUnclearMessageIsEnough() {
    var clear = new Refusal("spec.a", "Required value");
    assertThat(Clarity.of(List.of(clear, new Refusal("", "no")))).isEqualTo(Clarity.UNCLEAR);
  }
}
