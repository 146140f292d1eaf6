package dev.regularizer.testkit.verdict;

import dev.regularizer.core.analysis.WindowCounts.Bins;
import dev.regularizer.core.statistics.CalibrationCounts;
import java.util.ArrayList;
import java.util.List;

/**
 * A model's confidences and how wrong they are. Six of the ten merged bins are occupied.
 *
 * @param pattern where the error is
 * @param error expected calibration error per window
 * @param designEffect how many times the variance of the right answers in a bin of a window is that
 *     of independent ones; 1 without bursts
 */
public record Miscalibration(Pattern pattern, Curve error, double designEffect) {

  /** Where the calibration error is. */
  public enum Pattern {
    /** Over-confident by the same amount in every bin. */
    OVERCONFIDENT("over-confident"),
    /** Over- and under-confident in turn. */
    MIXED("mixed signs"),
    /** All of it in the bin of the highest confidence. */
    ONE_BIN("one bin");

    private final String label;

    Pattern(String label) {
      this.label = label;
    }

    /** Name in tables. */
    String label() {
      return label;
    }
  }

  /** Independent predictions. */
  public Miscalibration(Pattern pattern, Curve error) {
    this(pattern, error, 1);
  }

  private static final int[] BIN = {9, 11, 13, 15, 17, 19};
  private static final double[] CONFIDENCE = {.46, .553, .655, .755, .854, .952};
  private static final double[] SHARE = {.01, .03, .08, .18, .3, .4};

  /** Labelled predictions of one window. */
  Bins draw(Sampler sampler, int window, long labels) {
    long[] trials = new long[CalibrationCounts.BINS];
    long[] correct = new long[CalibrationCounts.BINS];
    double[] confidence = new double[CalibrationCounts.BINS];
    long left = labels;
    double share = 1;
    for (int i = BIN.length - 1; i >= 0; i--) {
      long n = i == 0 ? left : sampler.binomial(left, Math.min(1, SHARE[i] / share));
      trials[BIN[i]] = n;
      confidence[BIN[i]] = n * CONFIDENCE[i];
      correct[BIN[i]] =
          sampler.betaBinomial(n, CONFIDENCE[i] + shift(i, error.at(window)), designEffect);
      left -= n;
      share -= SHARE[i];
    }
    List<Long> n = new ArrayList<>();
    List<Double> c = new ArrayList<>();
    List<Long> k = new ArrayList<>();
    for (int b = 0; b < CalibrationCounts.BINS; b++) {
      n.add(trials[b]);
      c.add(confidence[b]);
      k.add(correct[b]);
    }
    return new Bins(new CalibrationCounts(n, c, k));
  }

  private double shift(int bin, double error) {
    int last = BIN.length - 1;
    return switch (pattern) {
      case OVERCONFIDENT -> -error;
      case MIXED -> (last - bin) % 2 == 0 ? -error : error;
      case ONE_BIN -> bin == last ? -error / SHARE[last] : 0;
    };
  }
}
