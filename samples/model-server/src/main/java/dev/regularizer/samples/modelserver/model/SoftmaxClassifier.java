package dev.regularizer.samples.modelserver.model;

import java.util.Arrays;
import java.util.List;

/** A linear classifier of grey images; its probabilities are the softmax of its logits. */
public final class SoftmaxClassifier {
  private final List<Integer> classes;
  private final int levels;
  private final double[] intercept;
  private final double[][] weights;

  /**
   * Takes over parameters as trained.
   *
   * @param levels the highest grey level; the classifier sees levels divided by it
   */
  public SoftmaxClassifier(
      List<Integer> classes, int levels, double[] intercept, double[][] weights) {
    this.classes = List.copyOf(classes);
    this.levels = levels;
    this.intercept = intercept.clone();
    this.weights = Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
  }

  /** How many pixels an image has. */
  public int pixels() {
    return weights[0].length;
  }

  /** The highest grey level of a pixel. */
  public int levels() {
    return levels;
  }

  /** The classes in the order of the probabilities. */
  public List<Integer> classes() {
    return classes;
  }

  /** Probability of each class; a temperature above 1 makes them more even, below 1 less. */
  public double[] probabilities(double[] image, double temperature) {
    var logits = new double[weights.length];
    for (var c = 0; c < weights.length; c++) {
      var sum = intercept[c];
      for (var p = 0; p < image.length; p++) {
        sum += weights[c][p] * (image[p] / levels);
      }
      logits[c] = sum / temperature;
    }
    // The largest logit is taken off so that no exponential overflows.
    var highest = Arrays.stream(logits).max().orElseThrow();
    var odds = Arrays.stream(logits).map(logit -> Math.exp(logit - highest)).toArray();
    var total = Arrays.stream(odds).sum();
    return Arrays.stream(odds).map(odd -> odd / total).toArray();
  }
}
