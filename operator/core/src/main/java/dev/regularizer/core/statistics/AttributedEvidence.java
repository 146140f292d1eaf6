package dev.regularizer.core.statistics;

/**
 * Evidence against "within the objective, or not worse than stable": the smaller of both, so that
 * an incident which hits both revisions is never blamed on the candidate.
 *
 * @param objective log evidence of P1 against the objective
 * @param ratio log evidence of P2 against stable
 */
public record AttributedEvidence(double objective, double ratio) {

  /** The log evidence that counts. */
  public double logE() {
    return Math.min(objective, ratio);
  }

  /** Whether the objective is missed but not by the candidate alone: a common cause. */
  public boolean commonCause(double threshold) {
    return objective >= threshold && logE() < threshold;
  }
}
