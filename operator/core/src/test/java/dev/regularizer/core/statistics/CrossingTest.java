package dev.regularizer.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a monotone function changes its sign, from the side of values from 0. */
class CrossingTest {

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, .1, .5, .999})
  void itIsFoundFromBothEnds(double root) {
    DoubleUnaryOperator falling = x -> 7 * (root - x);
    double found = Crossing.lastFrom(0, 1, falling);
    assertThat(falling.applyAsDouble(found)).isBetween(0.0, 1e-9);
    DoubleUnaryOperator rising = x -> StrictMath.log(x / root);
    double other = Crossing.lastFrom(1, root / 100, rising);
    assertThat(rising.applyAsDouble(other)).isBetween(0.0, 1e-9);
  }

  @Test
  void noShapeHoldsItUp() {
    for (int power : new int[] {1, 3, 9, 41}) {
      AtomicInteger steps = new AtomicInteger();
      double found =
          Crossing.lastFrom(
              0,
              1,
              x -> {
                steps.incrementAndGet();
                return 1e6 * (StrictMath.pow(1 - x, power) - 1e-3);
              });
      assertThat(1e6 * (StrictMath.pow(1 - found, power) - 1e-3)).isBetween(0.0, 1e-9);
      assertThat(steps.get()).isLessThan(80);
    }
  }

  @Test
  void aStepIsFoundToTheLastBit() {
    double step = .3;
    double found = Crossing.lastFrom(0, 1, x -> x <= step ? 5 : -1);
    assertThat(found).isLessThanOrEqualTo(step).isGreaterThan(step - 1e-12);
  }

  @Test
  void withoutAChangeOfSignAnEndIsReturned() {
    assertThat(Crossing.lastFrom(0, 1, _ -> 1)).isEqualTo(1);
    assertThat(Crossing.lastFrom(0, 1, _ -> 0)).isEqualTo(0);
    assertThat(Crossing.lastFrom(0, 1, _ -> -1)).isEqualTo(0);
    assertThat(Crossing.lastFrom(0, 1, _ -> Double.NaN)).isEqualTo(0);
    assertThat(Crossing.lastFrom(1, 0, x -> x)).isEqualTo(0);
  }

  @Test
  void anInfiniteValueIsHalvedAway() {
    double found = Crossing.lastFrom(0, 1, x -> x == 0 ? Double.POSITIVE_INFINITY : .25 - x);
    assertThat(.25 - found).isBetween(0.0, 1e-9);
  }
}
