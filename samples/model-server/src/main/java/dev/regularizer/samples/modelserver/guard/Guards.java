package dev.regularizer.samples.modelserver.guard;

import java.util.Optional;

/**
 * The regularizers that act on a prediction, in this order.
 *
 * @param inputLimit most bytes of a request; empty: the server's own bound
 * @param temperature divides the logits
 * @param clipping bounds of every reported probability
 * @param minimumConfidence below it a prediction is rejected; empty: none is
 */
public record Guards(
    Optional<Long> inputLimit,
    double temperature,
    Optional<Clipping> clipping,
    Optional<Double> minimumConfidence) {
  /** Name of the guard that limits the size of a request. */
  public static final String INPUT_LIMIT = "InputLimit";

  /** Name of the guard that keeps probabilities away from 0 and 1. */
  public static final String OUTPUT_CLIPPING = "OutputClipping";

  /** Name of the guard that rejects predictions the model is not sure of. */
  public static final String CONFIDENCE_THRESHOLD = "ConfidenceThreshold";

  /** Bounds of a probability. */
  public record Clipping(double min, double max) {
    /** The probability, or the bound that it passed. */
    public double apply(double probability) {
      return Math.clamp(probability, min, max);
    }
  }
}
