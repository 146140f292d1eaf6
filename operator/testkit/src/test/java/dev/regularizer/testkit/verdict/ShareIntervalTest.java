package dev.regularizer.testkit.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareIntervalTest {

  @Test
  void nothingSeenLeavesTheRuleOfThree() {
    ShareInterval interval = ShareInterval.of(0, 10_000);
    assertThat(interval.lower()).isZero();
    assertThat(interval.upper()).isCloseTo(1 - StrictMath.pow(.025, 1e-4), within(1e-9));
  }

  @Test
  void agreesWithPublishedBounds() {
    // Clopper and Pearson 1934, as tabulated: 10 of 100 and 5 of 10.
    assertThat(ShareInterval.of(10, 100).lower()).isCloseTo(.0490, within(5e-5));
    assertThat(ShareInterval.of(10, 100).upper()).isCloseTo(.1762, within(5e-5));
    assertThat(ShareInterval.of(5, 10).lower()).isCloseTo(.1871, within(5e-5));
    assertThat(ShareInterval.of(5, 10).upper()).isCloseTo(.8129, within(5e-5));
  }

  @Test
  void mirrorsWhenBadAndGoodAreSwapped() {
    ShareInterval some = ShareInterval.of(37, 4000);
    ShareInterval others = ShareInterval.of(3963, 4000);
    assertThat(others.upper()).isCloseTo(1 - some.lower(), within(1e-12));
    assertThat(others.lower()).isCloseTo(1 - some.upper(), within(1e-12));
  }
}
