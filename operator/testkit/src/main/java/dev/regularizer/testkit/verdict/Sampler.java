package dev.regularizer.testkit.verdict;

import java.util.SplittableRandom;

/**
 * Random numbers of one run. Only integers and {@link StrictMath} are behind them, so a seed gives
 * the same numbers on every machine.
 */
public final class Sampler {

  private static final double EXPECTED_AT_ONCE = 100;

  private final SplittableRandom random;

  /** A stream of its own per seed. */
  public Sampler(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Uniform in (0, 1), neither end included. */
  double uniform() {
    return ((random.nextLong() >>> 11) + 0.5) * 0x1.0p-53;
  }

  /**
   * Successes in n trials of probability p, by inversion: one uniform number is followed down the
   * probabilities of 0, 1, 2 and so on. Many trials are drawn in parts, so that no probability
   * underflows.
   */
  public long binomial(long n, double p) {
    if (!(p >= 0 && p <= 1) || n < 0) {
      throw new IllegalArgumentException("binomial of %s trials at %s".formatted(n, p));
    }
    if (p > 0.5) {
      return n - binomial(n, 1 - p);
    }
    long most = p * n <= EXPECTED_AT_ONCE ? n : (long) (EXPECTED_AT_ONCE / p);
    long successes = 0;
    for (long left = n; left > 0; left -= most) {
      successes += inverted(Math.min(most, left), p);
    }
    return successes;
  }

  private long inverted(long n, double p) {
    double odds = p / (1 - p);
    double probability = StrictMath.exp(n * StrictMath.log1p(-p));
    double rest = uniform();
    long successes = 0;
    while (rest > probability && successes < n) {
      rest -= probability;
      successes++;
      probability *= odds * (n - successes + 1) / successes;
    }
    return successes;
  }

  /** Standard normal, by Marsaglia's polar method. */
  double gaussian() {
    while (true) {
      double x = 2 * uniform() - 1;
      double y = 2 * uniform() - 1;
      double s = x * x + y * y;
      if (s < 1) {
        return x * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }

  /** Gamma with scale 1 (Marsaglia and Tsang 2000); shapes below 1 by their boost. */
  public double gamma(double shape) {
    if (!(shape > 0)) {
      throw new IllegalArgumentException("gamma of shape " + shape);
    }
    if (shape < 1) {
      return gamma(shape + 1) * StrictMath.pow(uniform(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = gaussian();
      double v = 1 + c * x;
      if (v <= 0) {
        continue;
      }
      double cubed = v * v * v;
      if (StrictMath.log(uniform()) < x * x / 2 + d - d * cubed + d * StrictMath.log(cubed)) {
        return d * cubed;
      }
    }
  }

  /** Beta from two gammas. */
  double beta(double a, double b) {
    double x = gamma(a);
    double y = gamma(b);
    return x / (x + y);
  }

  /**
   * Successes in n trials whose common probability is itself drawn from a beta distribution with
   * mean p, so that the variance is {@code designEffect} times the binomial one: a window with a
   * burst.
   *
   * @param designEffect at least 1 and below n
   */
  public long betaBinomial(long n, double p, double designEffect) {
    if (designEffect == 1 || p <= 0 || p >= 1 || n <= designEffect) {
      return binomial(n, p);
    }
    double concentration = (n - 1) / (designEffect - 1) - 1;
    return binomial(n, beta(p * concentration, (1 - p) * concentration));
  }
}
