package dev.regularizer.core.analysis;

/** Why an SLI has its verdict. The names appear in status. */
public enum SliReason {
  /** Pass: better than the limit. */
  WithinLimit,
  /** Fail: worse than the objective. */
  ObjectiveMissed,
  /** Fail: worse than stable by more than allowed. */
  WorseThanStable,
  /** Fail: above the maximum too often in a row. Undecided: above it in the last window. */
  AboveMaximum,
  /** Undecided: a threshold is kept, which promises nothing. */
  WithoutPromise,
  /** Fail: a cohort is worse than all cohorts by more than allowed. */
  CohortWorseThanAll,
  /** Undecided: the objective is missed, but stable misses it as well. */
  CommonCause,
  /** Undecided: true labels are not due yet. */
  AwaitingLabels,
  /** Undecided: fewer samples or bad events than the minimum. */
  BelowMinimum,
  /** Undecided: the evidence does not suffice yet. */
  CollectingEvidence,
  /** NoData: the last windows were empty. */
  NoSamples,
  /** Invalid: the last windows could not be counted. */
  InvalidSamples
}
