package dev.regularizer.samples.modelserver.guard;

import dev.regularizer.samples.feedback.Confidence;
import dev.regularizer.samples.modelserver.model.SoftmaxClassifier;

/** The classifier with its guards. */
public final class Predictor {
  private final SoftmaxClassifier classifier;
  private final Guards guards;

  /** Puts guards around a classifier. */
  public Predictor(SoftmaxClassifier classifier, Guards guards) {
    this.classifier = classifier;
    this.guards = guards;
  }

  /** Classifies one image, unless a guard rejects it. */
  public Judgement judge(double[] image) {
    var probabilities = classifier.probabilities(image, guards.temperature());
    var best = 0;
    for (var c = 1; c < probabilities.length; c++) {
      if (probabilities[c] > probabilities[best]) {
        best = c;
      }
    }
    var raw = probabilities[best];
    // Clipped probabilities are not made to sum to 1 again: that would undo the bound.
    var bounded = guards.clipping().map(clipping -> clipping.apply(raw)).orElse(raw);
    var clipped = bounded != raw;
    var confidence = Confidence.of(bounded);
    var minimum = guards.minimumConfidence().orElse(0.0);
    return confidence.value() < minimum
        ? new Judgement.Unsure(confidence, minimum, clipped)
        : new Judgement.Served(classifier.classes().get(best), confidence, clipped);
  }
}
