package dev.regularizer.core.analysis;

/** Where the overdispersion of an SLI comes from. */
public enum PhiSource {
  /** Nothing could be measured: 1. */
  Default,
  /** Measured on windows of stable before the attempt. */
  History
}
