package dev.regularizer.core.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * Bounds of the ratio of two rates by inverting P2 over strata of equal weight; for display, since
 * it pools the windows of a stratum.
 *
 * @param strata k and n of the candidate, k and n of stable
 */
public record RatioBounds(List<List<Long>> strata) {

  /** Nothing counted. */
  public static final RatioBounds NONE = new RatioBounds(List.of());

  private static final double SMALLEST = 1e-4;
  private static final double LARGEST = 1e4;

  /** Copies the lists. */
  public RatioBounds {
    strata = strata.stream().map(List::copyOf).toList();
  }

  /** Adds a stratum. */
  public RatioBounds plus(long kc, long nc, long ks, long ns) {
    List<List<Long>> next = new ArrayList<>(strata);
    next.add(List.of(kc, nc, ks, ns));
    return new RatioBounds(next);
  }

  /** Largest ratio that is rejected as too small at level alpha; 0 if none is. */
  public OptionalDouble lower(double alpha, double phi) {
    DoubleUnaryOperator excess = excess(Direction.HARM, phi, ObjectiveTest.threshold(alpha));
    double low = StrictMath.log(SMALLEST);
    return OptionalDouble.of(
        excess.applyAsDouble(low) >= 0
            ? StrictMath.exp(Crossing.lastFrom(low, StrictMath.log(LARGEST), excess))
            : 0);
  }

  /** Smallest ratio that is rejected as too large at level alpha; empty if none is. */
  public OptionalDouble upper(double alpha, double phi) {
    DoubleUnaryOperator excess = excess(Direction.SAFE, phi, ObjectiveTest.threshold(alpha));
    double high = StrictMath.log(LARGEST);
    return excess.applyAsDouble(high) >= 0
        ? OptionalDouble.of(
            StrictMath.exp(Crossing.lastFrom(high, StrictMath.log(SMALLEST), excess)))
        : OptionalDouble.empty();
  }

  /** By how much a {@link RatioTest} without floor rejects the logarithm of a ratio. */
  private DoubleUnaryOperator excess(Direction direction, double phi, double threshold) {
    return ln -> logE(StrictMath.exp(ln), direction, phi) - threshold;
  }

  private double logE(double ratio, Direction direction, double phi) {
    double[] sums = new double[Grid.SIZE];
    for (List<Long> stratum : strata) {
      long kc = stratum.get(0);
      long nc = stratum.get(1);
      long ks = stratum.get(2);
      long ns = stratum.get(3);
      if (nc > 0 && ns > 0) {
        double theta = ratio * nc / (ratio * nc + ns);
        for (int i = 0; i < Grid.SIZE; i++) {
          sums[i] += ObjectiveTest.increment(kc, kc + ks, theta, direction, i) / phi;
        }
      }
    }
    return Grid.logMean(sums);
  }
}
