package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rollouts that planted bugs are looked for with are themselves without a violation. */
class RehearsedRolloutsTest {

  @ParameterizedTest
  @MethodSource("names")
  void breakNothing(String name) {
    assertThat(RehearsedRollouts.violations(name)).isEmpty();
  }

  static Set<String> names() {
    return RehearsedRollouts.names();
  }
}
