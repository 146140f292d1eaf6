package dev.regularizer.core.counting;

/** Why samples must not be counted. The names appear in status. */
public enum InvalidReason {
  /** A target has no usable sample before the window, so what it counted since is lost. */
  ScrapeGap,
  /** Samples are further apart than half a window and 10 %. */
  ScrapeTooSlow,
  /** The clock of Prometheus is more than a window away from ours. */
  ClockSkew,
  /** Prometheus answered with warnings: some of its data may be missing. */
  Partial,
  /** The answer is larger than 16 MiB. */
  ResponseTooLarge,
  /** A counter of events moved by a fraction. */
  NotInteger,
  /** A count is outside its range, such as more bad events than events. */
  OutOfRange,
  /** A histogram bucket counted less than a smaller one. */
  BucketsNotMonotone,
  /** The last bucket of a histogram and its count differ. */
  CountMismatch,
  /** A value is NaN or infinite. */
  NotFinite,
  /** An expression gives several numbers for a revision, or one that is NaN or infinite. */
  NotOneNumber,
  /** Prometheus refuses an expression, does not answer it, or answers it with warnings. */
  ExpressionRefused;

  /** Whether it is about the expression of one SLI and not about samples. */
  public boolean ofExpression() {
    return this == NotOneNumber || this == ExpressionRefused;
  }
}
