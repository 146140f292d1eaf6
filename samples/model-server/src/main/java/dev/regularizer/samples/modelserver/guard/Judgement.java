package dev.regularizer.samples.modelserver.guard;

import dev.regularizer.samples.feedback.Confidence;

/** What becomes of one image. */
public sealed interface Judgement {
  /** The class and its confidence, to be answered. */
  record Served(int digit, Confidence confidence, boolean clipped) implements Judgement {}

  /** The model is not sure enough to answer. */
  record Unsure(Confidence confidence, double minimum, boolean clipped) implements Judgement {}
}
