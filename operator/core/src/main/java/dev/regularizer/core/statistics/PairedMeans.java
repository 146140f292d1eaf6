package dev.regularizer.core.statistics;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/**
 * Running means of pairs that were observed at the same time, with what is needed for the spread of
 * {@code candidate - rho stable} for every rho. A trend that both follow cancels in it.
 *
 * @param pairs number of pairs J
 * @param candidate mean of the candidate's values
 * @param stable mean of stable's values
 * @param candidateSquares sum of squared deviations of the candidate's values
 * @param stableSquares sum of squared deviations of stable's values
 * @param products sum of products of both deviations
 */
public record PairedMeans(
    long pairs,
    double candidate,
    double stable,
    double candidateSquares,
    double stableSquares,
    double products) {

  /** Nothing observed yet. */
  public static final PairedMeans NONE = new PairedMeans(0, 0, 0, 0, 0, 0);

  /** Differences below this part of the means are rounding. */
  private static final double ROUNDING = 1e-12;

  private static final double LARGEST = 1e4;
  private static final int FIGURES = 5;
  private static final long MOST = 1_000_000;

  /** Adds a pair of finite values. */
  public PairedMeans plus(double ours, double theirs) {
    if (!Double.isFinite(ours) || !Double.isFinite(theirs)) {
      throw new IllegalArgumentException("pair " + ours + ", " + theirs + " is not finite");
    }
    long next = pairs + 1;
    double fromOurs = ours - candidate;
    double fromTheirs = theirs - stable;
    double ourMean = candidate + fromOurs / next;
    double theirMean = stable + fromTheirs / next;
    return new PairedMeans(
        next,
        ourMean,
        theirMean,
        candidateSquares + fromOurs * (ours - ourMean),
        stableSquares + fromTheirs * (theirs - theirMean),
        products + fromOurs * (theirs - theirMean));
  }

  /**
   * How far the mean of {@code candidate - rho stable} is above 0 as a share of what rejects "at
   * most 0" at level alpha: 1 and more rejects. 0 before {@link AsymptoticSequence#FEWEST} pairs.
   */
  public double above(double rho, double alpha) {
    if (pairs < AsymptoticSequence.FEWEST) {
      return 0;
    }
    double mean = candidate - rho * stable;
    double rounding = ROUNDING * (Math.abs(candidate) + rho * Math.abs(stable));
    double needed = deviation(rho) * AsymptoticSequence.halfWidth(pairs, alpha) + rounding;
    return needed == 0 ? 0 : mean / needed;
  }

  private double deviation(double rho) {
    double squares = candidateSquares - 2 * rho * products + rho * rho * stableSquares;
    return StrictMath.sqrt(Math.max(0, squares) / (pairs - 1));
  }

  /** The same for being below 0: 1 and more rejects "at least 0". */
  public double below(double rho, double alpha) {
    double above = above(rho, alpha);
    return above == 0 ? 0 : -above;
  }

  /**
   * Further pairs until "at least 0" is rejected for {@code candidate - rho stable}, if the spread
   * stays as it is; empty if never, and before {@link AsymptoticSequence#FEWEST} pairs.
   *
   * @param atBest whether the mean is taken as low as its own bound allows, not as it was seen
   */
  public OptionalLong untilBelow(double rho, double alpha, boolean atBest) {
    if (pairs < AsymptoticSequence.FEWEST) {
      return OptionalLong.empty();
    }
    double deviation = deviation(rho);
    double margin =
        rho * stable
            - candidate
            + (atBest ? deviation * AsymptoticSequence.halfWidth(pairs, alpha) : 0);
    LongPredicate suffice =
        count -> deviation * AsymptoticSequence.halfWidth(count, alpha) <= margin;
    if (margin <= 0 || !suffice.test(MOST)) {
      return OptionalLong.empty();
    }
    long few = pairs;
    long many = MOST;
    while (few < many) {
      long middle = few + (many - few) / 2;
      if (suffice.test(middle)) {
        many = middle;
      } else {
        few = middle + 1;
      }
    }
    return OptionalLong.of(few - pairs);
  }

  /** Candidate's mean divided by stable's; empty while stable's is 0. */
  public OptionalDouble ratio() {
    return stable > 0 ? OptionalDouble.of(candidate / stable) : OptionalDouble.empty();
  }

  /** Largest ratio that is rejected as too small at level alpha; 0 if none is. */
  public OptionalDouble lower(double alpha) {
    return OptionalDouble.of(
        above(0, alpha) < 1 || above(LARGEST, alpha) >= 1
            ? 0
            : Bisection.lastTrue(0, LARGEST, rho -> above(rho, alpha) >= 1));
  }

  /** Smallest ratio that is rejected as too large at level alpha; empty if none is. */
  public OptionalDouble upper(double alpha) {
    return below(LARGEST, alpha) < 1
        ? OptionalDouble.empty()
        : OptionalDouble.of(Bisection.firstTrue(0, LARGEST, rho -> below(rho, alpha) >= 1));
  }

  /** Text form of the figures beside the number of pairs; empty when nothing was observed. */
  public List<String> hex() {
    return pairs == 0
        ? List.of()
        : HexDoubles.encode(List.of(candidate, stable, candidateSquares, stableSquares, products));
  }

  /** Reads {@link #hex()}. */
  public static PairedMeans ofHex(long pairs, List<String> texts) {
    if (texts.isEmpty()) {
      return NONE;
    }
    if (texts.size() != FIGURES) {
      throw new IllegalArgumentException(
          texts.size() + " figures of paired means, there are " + FIGURES);
    }
    List<Double> figures = HexDoubles.decode(texts);
    return new PairedMeans(
        pairs, figures.get(0), figures.get(1), figures.get(2), figures.get(3), figures.get(4));
  }
}
