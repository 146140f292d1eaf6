package dev.regularizer.testkit.explore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A first part of what `e2e/explore` explores. */
class ExplorerTest {
  private static final long FEW = 5_000;

  @ParameterizedTest
  @EnumSource(Situation.class)
  void noInvariantIsViolated(Situation situation) {
    var result = new Explorer(situation, 1, FEW, 2).explore();
    assertThat(result.violations()).as("ways to a violation").isEmpty();
    assertThat(result.states()).isGreaterThanOrEqualTo(FEW);
    assertThat(result.transitions()).isGreaterThan(result.states());
  }

  @Test
  void theSameStatesAreFoundAgain() {
    var one = new Explorer(Situation.FRESH, 0, FEW, 1).explore();
    var two = new Explorer(Situation.FRESH, 0, FEW, 1).explore();
    assertThat(one.level()).isZero();
    assertThat(two.states()).isEqualTo(one.states());
    assertThat(two.transitions()).isEqualTo(one.transitions());
  }
}
