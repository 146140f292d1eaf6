package dev.regularizer.core.present;

import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.analysis.StableFailure;
import dev.regularizer.core.analysis.Verdict;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Where an SLI stands, the second half of its sentence: what is proven and who is the cause, or
 * what is missing.
 *
 * @param unit what its samples are, for people
 */
record Standing(SliPolicy policy, SliResult result, String unit) {

  /** Samples that are missing; empty when the sentence says nothing of samples. */
  OptionalLong missing() {
    return switch (result.reason()) {
      case BelowMinimum -> OptionalLong.of(belowMinimum());
      case CollectingEvidence ->
          policy.gate() == Gate.Pass ? result.projected() : OptionalLong.empty();
      case WithinLimit,
          ObjectiveMissed,
          AboveMaximum,
          WithoutPromise,
          WorseThanStable,
          CohortWorseThanAll,
          CommonCause,
          AwaitingLabels,
          NoSamples,
          InvalidSamples ->
          OptionalLong.empty();
    };
  }

  /**
   * While more is measured.
   *
   * @param seconds in which the missing samples are expected
   */
  String now(OptionalLong seconds) {
    var time =
        seconds.isPresent()
            ? ", " + Figures.time(Duration.ofSeconds(seconds.getAsLong())) + " at this traffic"
            : "";
    return switch (result.reason()) {
      case BelowMinimum -> minimum(time);
      case CollectingEvidence -> evidence(time);
      case AwaitingLabels ->
          "true labels are not due before "
              + Figures.time(policy.labelDelay()).substring(1)
              + " after the first weight";
      default -> judgement();
    };
  }

  /** When nothing more is measured. */
  String atEnd() {
    return switch (result.reason()) {
      case BelowMinimum -> "its minimum of " + Figures.count(policy.minimum()) + " was not reached";
      case CollectingEvidence ->
          policy.gate() == Gate.Pass && result.projected().isPresent()
              ? "not proven: about "
                  + Figures.about(result.projected().getAsLong())
                  + " more "
                  + unit
                  + " would have been needed"
              : "neither proven better than the limit nor worse than the objective";
      case AwaitingLabels -> "its true labels were not due yet";
      default -> judgement();
    };
  }

  private String judgement() {
    return switch (result.reason()) {
      case WithinLimit -> "proven better than the limit";
      case ObjectiveMissed ->
          attributed()
              ? "proven worse than the objective and worse than stable: the candidate is the cause"
              : "proven worse than the objective";
      case AboveMaximum ->
          result.verdict() == Verdict.Fail
              ? "failed by this threshold, without statistical promise"
              : "above the maximum in the last window, which promises nothing statistically";
      case WithoutPromise -> "no failure by this threshold, which is without statistical promise";
      case WorseThanStable -> "proven worse than stable by more than allowed";
      case CohortWorseThanAll ->
          "proven worse than all cohorts together by more than allowed; the cohorts of stable are"
              + " not asked";
      case CommonCause ->
          "the objective is missed, but stable misses it too: a common cause, not held against the"
              + " candidate";
      case NoSamples -> "the last windows had no samples of the candidate";
      case InvalidSamples -> "the samples of the last windows cannot be counted";
      case BelowMinimum, CollectingEvidence, AwaitingLabels -> "not decided";
    };
  }

  private String minimum(String time) {
    var missing = belowMinimum();
    return missing == 0
        ? "needs more windows that count for it before any verdict"
        : "needs " + Figures.count(missing) + " more " + unit + " before any verdict" + time;
  }

  private long belowMinimum() {
    return Math.max(0, policy.minimum() - result.samples());
  }

  private String evidence(String time) {
    if (policy.gate() != Gate.Pass) {
      return "no harm proven so far";
    }
    return result.projected().isEmpty()
        ? "as it is now it will not be proven better than the limit"
        : "needs about "
            + Figures.about(result.projected().getAsLong())
            + " more "
            + unit
            + " for a Pass"
            + time;
  }

  private boolean attributed() {
    return policy.absolute().isPresent() && policy.whenStableFailsToo() == StableFailure.Hold;
  }
}
