package dev.regularizer.core.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * P1 with restarts, for watching without an end: {@code M_r = (M_r + 1) e^{increment}} per window,
 * averaged over the grid. While the objective holds, the average minus the number of windows is a
 * supermartingale, so a threshold of windows/(w alpha) bounds false alarms over that many windows.
 *
 * @param logSums ln M_r per odds ratio
 */
public record EDetector(List<Double> logSums) {

  /** Nothing watched yet. */
  public static final EDetector NONE =
      new EDetector(Collections.nCopies(Grid.SIZE, Double.NEGATIVE_INFINITY));

  /** Checks the size. */
  public EDetector {
    logSums = List.copyOf(logSums);
    if (logSums.size() != Grid.SIZE) {
      throw new IllegalArgumentException(
          logSums.size() + " sums of a detector, the grid has " + Grid.SIZE);
    }
  }

  /** Adds a window of k bad events in n trials against objective p0, in (0, 1). */
  public EDetector plus(long k, long n, double p0, double phi) {
    ObjectiveTest.requireCounts(k, n, phi);
    List<Double> next = new ArrayList<>(Grid.SIZE);
    for (int i = 0; i < Grid.SIZE; i++) {
      double increment = ObjectiveTest.increment(k, n, p0, Direction.HARM, i) / phi;
      next.add(LogSumExp.of(logSums.get(i), 0) + increment);
    }
    return new EDetector(next);
  }

  /** {@code ln mean_r M_r}; negative infinity before the first window. */
  public double logMean() {
    return Grid.logMean(logSums.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** {@code ln(J/(w alpha))}: where to raise the alarm when J windows are watched. */
  public static double logThreshold(long windows, double weight, double alpha) {
    return StrictMath.log((double) Math.max(1, windows)) + Combination.threshold(weight, alpha);
  }

  /** Text form for storage; empty when nothing was watched. */
  public List<String> hex() {
    return equals(NONE) ? List.of() : HexDoubles.encode(logSums);
  }

  /** Reads {@link #hex()}. */
  public static EDetector ofHex(List<String> texts) {
    return texts.isEmpty() ? NONE : new EDetector(HexDoubles.decode(texts));
  }
}
