package dev.regularizer.core.rollout;

import dev.regularizer.core.analysis.RolloutVerdict;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Measurements;
import dev.regularizer.core.state.StepRecord;
import dev.regularizer.core.statistics.TrafficShareTest;
import java.util.Optional;

/**
 * What keeps a trial from going on although nothing is proven: missing or unusable data, a common
 * cause.
 */
final class Holds {
  private static final int UNANSWERED_LOOKS = 2;
  private static final int EMPTY_LOOKS = 20;
  private static final int SKIPPED_LEAST = 3;
  private static final double SKIPPED_SHARE = 0.10;

  /** With so many requests expected, none arriving by chance has probability exp(-20). */
  private static final double EXPECTED_REQUESTS = 20;

  private static final int ALL = 100;

  private Holds() {}

  /** A reason to hold, with words. */
  record Hold(Reason reason, String message) {}

  static Optional<Hold> find(Attempt attempt, RolloutVerdict verdict) {
    var measured = attempt.measurements();
    if (measured.failedLooks() >= UNANSWERED_LOOKS) {
      return hold(
          Reason.PrometheusUnreachable,
          "Prometheus does not answer: the weight stays" + why(measured));
    }
    if (measured.emptyLooks() >= EMPTY_LOOKS) {
      return hold(
          Reason.NoData,
          "Prometheus answers but has no samples of the model's pods; check that it scrapes them");
    }
    var skipped = measured.skipped().stream().filter(one -> one).count();
    if (skipped >= SKIPPED_LEAST && skipped > SKIPPED_SHARE * measured.skipped().size()) {
      return hold(Reason.InvalidSamples, "samples cannot be counted" + why(measured));
    }
    if (verdict.commonCause()) {
      return hold(
          Reason.CommonCause,
          "the candidate misses an objective, but stable does too: a common cause, not judged against the candidate");
    }
    return notSplit(attempt);
  }

  /**
   * The candidate gets another share of the requests than its weight, by what was counted since the
   * weight took effect: then the two revisions do not serve the same traffic, and nothing is
   * promoted on a comparison of them.
   */
  static Optional<Hold> notSplit(Attempt attempt) {
    var measured = attempt.measurements();
    var weight = attempt.step().map(StepRecord::weight).orElse(0);
    var ours = measured.candidateRequests();
    var theirs = measured.stableRequests();
    if (weight <= 0 || weight >= ALL) {
      return Optional.empty();
    }
    if (ours == 0) {
      return (double) theirs * weight / (ALL - weight) >= EXPECTED_REQUESTS
          ? hold(
              Reason.TrafficNotSplit,
              "the route is accepted but no request reaches the candidate; look for another route on the same host")
          : Optional.empty();
    }
    return TrafficShareTest.rejects(ours, ours + theirs, (double) weight / ALL)
        ? hold(
            Reason.TrafficNotSplit,
            "the candidate does not get "
                + weight
                + " % of the requests: they are not split at random, so the revisions cannot be"
                + " compared; look for sticky connections or another route on the same host")
        : Optional.empty();
  }

  private static Optional<Hold> hold(Reason reason, String message) {
    return Optional.of(new Hold(reason, message));
  }

  private static String why(Measurements measured) {
    return measured.problem() == null ? "" : ": " + measured.problem();
  }
}
