package dev.regularizer.testkit.verdict;

import java.util.SplittableRandom;

/**
 * Random numbers of one run. Only integers and {@link StrictMath} are behind them, so a seed gives
 * the same numbers on every machine.
 */
public final class Sampler {

  private final SplittableRandom random;

  /** A stream of its own per seed. */
  public Sampler(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Uniform in (0, 1), neither end included. */
  double uniform() {
    return ((random.nextLong() >>> 11) + 0.5) * 0x1.0p-53;
  }

  /** Exponential with mean 1. */
  double exponential() {
    return -StrictMath.log(uniform());
  }

  /**
   * Successes in n trials of probability p, exactly: waiting times between the order statistics of
   * n exponentials are counted up to the p-quantile (Devroye 1986, X.4.3). Takes time n min(p, 1 -
   * p).
   */
  public long binomial(long n, double p) {
    if (!(p >= 0 && p <= 1) || n < 0) {
      throw new IllegalArgumentException("binomial of %s trials at %s".formatted(n, p));
    }
    if (p > 0.5) {
      return n - binomial(n, 1 - p);
    }
    double quantile = -StrictMath.log1p(-p);
    double time = 0;
    long successes = 0;
    while (successes < n) {
      time += exponential() / (n - successes);
      if (time > quantile) {
        break;
      }
      successes++;
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
