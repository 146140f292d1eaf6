package dev.regularizer.core.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Labelled predictions of a model with a known calibration error.
 *
 * @param uniform over-confident everywhere; else over- and under-confident by turns
 * @param error its expected calibration error
 */
record LabelSource(SplittableRandom random, boolean uniform, double error) {

  private static final int BINS = 10;

  CalibrationCounts next(int labels) {
    long[] n = new long[BINS];
    double[] c = new double[BINS];
    long[] k = new long[BINS];
    for (int i = 0; i < labels; i++) {
      double confidence = random.nextDouble(.55, .95);
      int bin = (int) (confidence * BINS);
      double sign = uniform || bin % 2 == 0 ? -1 : 1;
      double right = Math.min(1, confidence + sign * error);
      n[bin]++;
      c[bin] += confidence;
      k[bin] += random.nextDouble() < right ? 1 : 0;
    }
    List<Long> trials = new ArrayList<>();
    List<Double> sums = new ArrayList<>();
    List<Long> correct = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      trials.add(n[b]);
      sums.add(c[b]);
      correct.add(k[b]);
    }
    return new CalibrationCounts(trials, sums, correct);
  }
}
