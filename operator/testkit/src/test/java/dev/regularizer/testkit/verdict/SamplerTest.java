package dev.regularizer.testkit.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** Samples against the distributions they claim, by moments and by the exact probabilities. */
class SamplerTest {

  private static final int DRAWS = 200_000;

  private record Moments(double mean, double variance) {}

  @Test
  void binomialCountsHaveTheirExactProbabilities() {
    for (double p : new double[] {.001, .05, .3, .5, .8, .99}) {
      long n = 40;
      Sampler sampler = new Sampler(11);
      long[] seen = new long[41];
      for (int i = 0; i < DRAWS; i++) {
        seen[(int) sampler.binomial(n, p)]++;
      }
      double chiSquare = 0;
      int cells = 0;
      for (int k = 0; k <= n; k++) {
        double below = k == 0 ? 0 : ShareInterval.atMost(k - 1, n, p);
        double expected = DRAWS * (ShareInterval.atMost(k, n, p) - below);
        if (expected >= 5) {
          chiSquare += (seen[k] - expected) * (seen[k] - expected) / expected;
          cells++;
        }
      }
      assertThat(chiSquare).as("p = %s", p).isLessThan(cells + 4 * StrictMath.sqrt(2.0 * cells));
    }
  }

  @Test
  void binomialCountsAreSureAtTheEnds() {
    Sampler sampler = new Sampler(3);
    assertThat(sampler.binomial(100, 0)).isZero();
    assertThat(sampler.binomial(100, 1)).isEqualTo(100);
    assertThat(sampler.binomial(0, .5)).isZero();
  }

  @Test
  void normalsAreStandard() {
    Sampler sampler = new Sampler(5);
    Moments moments = moments(sampler::gaussian);
    assertThat(moments.mean()).isCloseTo(0, within(.01));
    assertThat(moments.variance()).isCloseTo(1, within(.02));
  }

  @Test
  void gammasHaveTheirShapeAsMeanAndVariance() {
    for (double shape : new double[] {.3, 1, 2.5, 40}) {
      Sampler sampler = new Sampler(7);
      Moments moments = moments(() -> sampler.gamma(shape));
      assertThat(moments.mean()).isCloseTo(shape, within(shape * .02));
      assertThat(moments.variance()).isCloseTo(shape, within(shape * .04));
    }
  }

  @Test
  void burstsHaveTheVarianceTheyDeclare() {
    for (double designEffect : new double[] {1, 1.3, 1.9, 4}) {
      Sampler sampler = new Sampler(13);
      Moments moments = moments(() -> sampler.betaBinomial(300, .01, designEffect));
      assertThat(moments.mean()).isCloseTo(3, within(.05));
      assertThat(moments.variance() / (300 * .01 * .99))
          .isCloseTo(designEffect, within(.06 * designEffect));
    }
  }

  private static Moments moments(DoubleSupplier draw) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      double x = draw.getAsDouble();
      sum += x;
      squares += x * x;
    }
    double mean = sum / DRAWS;
    return new Moments(mean, squares / DRAWS - mean * mean);
  }
}
