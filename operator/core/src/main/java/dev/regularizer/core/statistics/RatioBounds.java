package dev.regularizer.core.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

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
    double threshold = ObjectiveTest.threshold(alpha);
    DoublePredicate rejected = ln -> logE(ln, Direction.HARM, phi) >= threshold;
    double low = StrictMath.log(SMALLEST);
    double high = StrictMath.log(LARGEST);
    return OptionalDouble.of(
        rejected.test(low) ? StrictMath.exp(Bisection.lastTrue(low, high, rejected)) : 0);
  }

  /** Smallest ratio that is rejected as too large at level alpha; empty if none is. */
  public OptionalDouble upper(double alpha, double phi) {
    double threshold = ObjectiveTest.threshold(alpha);
    DoublePredicate rejected = ln -> logE(ln, Direction.SAFE, phi) >= threshold;
    double low = StrictMath.log(SMALLEST);
    double high = StrictMath.log(LARGEST);
    return rejected.test(high)
        ? OptionalDouble.of(StrictMath.exp(Bisection.firstTrue(low, high, rejected)))
        : OptionalDouble.empty();
  }

  private double logE(double lnRatio, Direction direction, double phi) {
    RatioTest test = new RatioTest(StrictMath.exp(lnRatio), 0, direction);
    RatioEvidence evidence = RatioEvidence.NONE;
    for (List<Long> s : strata) {
      evidence = test.add(evidence, s.get(0), s.get(1), s.get(2), s.get(3));
    }
    return test.logE(evidence, phi);
  }
}
