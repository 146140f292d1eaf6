package dev.regularizer.core.rollout;

import dev.regularizer.core.analysis.RolloutVerdict;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Measurements;
import dev.regularizer.core.state.StepRecord;
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
    if (notSplit(attempt)) {
      return hold(
          Reason.TrafficNotSplit,
          "the route is accepted but no request reaches the candidate; look for another route on the same host");
    }
    return Optional.empty();
  }

  private static boolean notSplit(Attempt attempt) {
    var measured = attempt.measurements();
    var weight = attempt.step().map(StepRecord::weight).orElse(0);
    return measured.candidateRequests() == 0
        && weight < 100
        && (double) measured.stableRequests() * weight / (100 - weight) >= EXPECTED_REQUESTS;
  }

  private static Optional<Hold> hold(Reason reason, String message) {
    return Optional.of(new Hold(reason, message));
  }

  private static String why(Measurements measured) {
    return measured.problem() == null ? "" : ": " + measured.problem();
  }
}
