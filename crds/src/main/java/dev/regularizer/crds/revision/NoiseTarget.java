package dev.regularizer.crds.revision;

/** What noise is added to. */
public enum NoiseTarget {
  Inputs,
  Weights,
  Labels,
  Gradients
}
