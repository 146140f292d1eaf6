package dev.regularizer.core.counting;

import dev.regularizer.core.statistics.CalibrationCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Counts labelled predictions by confidence bin. A revision that exports no counter of right
 * answers at all is no data, or a name that is misspelt would make every answer wrong.
 */
final class CalibrationReader {

  private static final int BINS = CalibrationCounts.BINS;

  /** Confidences are summed in floating point, so their mean may leave the bin by a rounding. */
  private static final double MEAN_TOLERANCE = 1e-6;

  private static final Map<String, Integer> BY_TEXT =
      IntStream.range(0, BINS)
          .boxed()
          .collect(Collectors.toUnmodifiableMap(String::valueOf, Function.identity()));

  private CalibrationReader() {}

  static Optional<CalibrationCounts> read(
      List<Target> targets, WindowEdges window, LabelSeries series) {
    if (targets.stream().allMatch(target -> target.all(series.labeled()).isEmpty())) {
      return Optional.empty();
    }
    long[] n = new long[BINS];
    long[] k = new long[BINS];
    double[] c = new double[BINS];
    long labels = 0;
    boolean countsRightOnes = false;
    for (Target target : targets) {
      countsRightOnes |= !target.all(series.correct()).isEmpty();
      for (RawSeries one : target.all(series.labeled())) {
        long more = CounterDelta.integerOf(one, window);
        n[bin(one)] += more;
        labels += more;
      }
      for (RawSeries one : target.all(series.correct())) {
        k[bin(one)] += CounterDelta.integerOf(one, window);
      }
      for (RawSeries one : target.all(series.confidence())) {
        c[bin(one)] += CounterDelta.of(one, window);
      }
    }
    if (labels > 0 && !countsRightOnes) {
      return Optional.empty();
    }
    List<Long> trials = new ArrayList<>(BINS);
    List<Double> confidence = new ArrayList<>(BINS);
    List<Long> correct = new ArrayList<>(BINS);
    for (int b = 0; b < BINS; b++) {
      check(b, n[b], c[b], k[b]);
      trials.add(n[b]);
      confidence.add(n[b] == 0 ? 0.0 : c[b]);
      correct.add(k[b]);
    }
    return Optional.of(new CalibrationCounts(trials, confidence, correct));
  }

  private static int bin(RawSeries series) {
    String text = series.labels().getOrDefault(TelemetryContract.BIN, "");
    Integer bin = BY_TEXT.get(text);
    if (bin != null) {
      return bin;
    }
    throw new InvalidSamplesException(
        InvalidReason.OutOfRange,
        "%s: bin \"%s\"; allowed are 0 to %s".formatted(series.key(), text, BINS - 1));
  }

  private static void check(int bin, long n, double c, long k) {
    if (k > n) {
      throw new InvalidSamplesException(
          InvalidReason.OutOfRange, "bin %s: %s correct of %s labelled".formatted(bin, k, n));
    }
    double low = (double) bin / BINS;
    double high = (bin + 1.0) / BINS;
    double slack = MEAN_TOLERANCE * Math.max(1, n);
    if (c < n * low - slack || c > n * high + slack) {
      throw new InvalidSamplesException(
          InvalidReason.OutOfRange,
          "bin %s: confidences of %s predictions add up to %s; allowed are %s to %s each"
              .formatted(bin, n, c, low, high));
    }
  }
}
