package dev.regularizer.core.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Labelled predictions by confidence bin of equal width.
 *
 * @param trials labelled predictions per bin
 * @param confidence sum of their confidences per bin
 * @param correct how many of them were right, per bin
 */
public record CalibrationCounts(List<Long> trials, List<Double> confidence, List<Long> correct) {

  /** Bins a model server exports. */
  public static final int BINS = 20;

  /** Nothing labelled yet, in {@link #BINS} bins. */
  public static final CalibrationCounts NONE =
      new CalibrationCounts(
          Collections.nCopies(BINS, 0L),
          Collections.nCopies(BINS, 0.0),
          Collections.nCopies(BINS, 0L));

  /** Checks that the three lists fit together. */
  public CalibrationCounts {
    trials = List.copyOf(trials);
    confidence = List.copyOf(confidence);
    correct = List.copyOf(correct);
    if (trials.size() != confidence.size() || trials.size() != correct.size()) {
      throw new IllegalArgumentException(
          "bins differ: %s trials, %s confidences, %s correct"
              .formatted(trials.size(), confidence.size(), correct.size()));
    }
    for (int b = 0; b < trials.size(); b++) {
      if (trials.get(b) < 0 || correct.get(b) < 0 || correct.get(b) > trials.get(b)) {
        throw new IllegalArgumentException(
            "bin %s: %s correct of %s".formatted(b, correct.get(b), trials.get(b)));
      }
    }
  }

  /** Number of bins. */
  public int bins() {
    return trials.size();
  }

  /** Labelled predictions over all bins. */
  public long total() {
    return trials.stream().mapToLong(Long::longValue).sum();
  }

  /** Wrong predictions over all bins. */
  public long wrong() {
    return total() - correct.stream().mapToLong(Long::longValue).sum();
  }

  /** Sum of two counts with equal bins. */
  public CalibrationCounts plus(CalibrationCounts other) {
    if (bins() != other.bins()) {
      throw new IllegalArgumentException(bins() + " bins plus " + other.bins() + " bins");
    }
    List<Long> n = new ArrayList<>(bins());
    List<Double> c = new ArrayList<>(bins());
    List<Long> k = new ArrayList<>(bins());
    for (int b = 0; b < bins(); b++) {
      n.add(trials.get(b) + other.trials.get(b));
      c.add(confidence.get(b) + other.confidence.get(b));
      k.add(correct.get(b) + other.correct.get(b));
    }
    return new CalibrationCounts(n, c, k);
  }

  /** Neighbouring bins merged in pairs, as the tests use them: 20 bins become 10. */
  public CalibrationCounts mergedPairs() {
    List<Long> n = new ArrayList<>();
    List<Double> c = new ArrayList<>();
    List<Long> k = new ArrayList<>();
    for (int b = 0; b + 1 < bins(); b += 2) {
      n.add(trials.get(b) + trials.get(b + 1));
      c.add(confidence.get(b) + confidence.get(b + 1));
      k.add(correct.get(b) + correct.get(b + 1));
    }
    return new CalibrationCounts(n, c, k);
  }

  /** The same predictions, had each bin been as often right as it was confident. */
  CalibrationCounts calibrated() {
    List<Long> k = new ArrayList<>(bins());
    for (int b = 0; b < bins(); b++) {
      k.add(Math.clamp(Math.round(confidence.get(b)), 0, trials.get(b)));
    }
    return new CalibrationCounts(trials, confidence, k);
  }

  /** Mean confidence in a bin that is not empty. */
  double meanConfidence(int bin) {
    return confidence.get(bin) / trials.get(bin);
  }
}
