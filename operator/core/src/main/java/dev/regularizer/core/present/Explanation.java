package dev.regularizer.core.present;

import dev.regularizer.core.analysis.Absolute;
import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.analysis.StableFailure;
import dev.regularizer.core.analysis.Verdict;
import dev.regularizer.core.analysis.VersusStable;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One sentence about an SLI for a person on call: estimate, bounds, samples, the line it is judged
 * by, and what is missing. Status, Events and replays say the same.
 */
public final class Explanation {
  private final SliPolicy policy;
  private final SliResult result;

  private Explanation(SliPolicy policy, SliResult result) {
    this.policy = policy;
    this.result = result;
  }

  /**
   * The sentence.
   *
   * @param seconds observed time in which the samples still needed are expected; empty when it
   *     cannot be told
   */
  public static String of(SliPolicy policy, SliResult result, OptionalLong seconds) {
    var all = new Explanation(policy, result);
    return all.measured() + ", " + all.line() + "; " + all.state(seconds);
  }

  /** The sentence without what is missing: for verdicts that are reached. */
  public static String of(SliPolicy policy, SliResult result) {
    return of(policy, result, OptionalLong.empty());
  }

  private String measured() {
    if (result.samples() == 0) {
      return policy.name() + ": no samples of the candidate";
    }
    if (policy.isQuery()) {
      return policy.name()
          + ": "
          + Figures.number(result.estimate())
          + " in the last of "
          + Figures.count(result.samples())
          + " windows";
    }
    var from = " from " + Figures.count(result.samples()) + " " + unit();
    if (policy.kind() instanceof SliKind.CohortError) {
      return policy.name() + ": " + cohorts() + from;
    }
    if (policy.versusStable().isPresent()) {
      return policy.name()
          + ": "
          + Figures.number(result.estimate())
          + " times stable's "
          + what()
          + " (bounds "
          + Figures.number(result.lower())
          + " to "
          + Figures.number(result.upper())
          + ")"
          + from;
    }
    return policy.name()
        + ": "
        + what()
        + " "
        + shown(result.estimate())
        + " (bounds "
        + shown(result.lower())
        + " to "
        + shown(result.upper())
        + ")"
        + from;
  }

  private String cohorts() {
    return result
        .cohort()
        .map(cohort ->
            "cohort "
                + cohort
                + " has "
                + Figures.number(result.estimate())
                + " times the share of wrong predictions of all cohorts (bounds "
                + Figures.number(result.lower())
                + " to "
                + Figures.number(result.upper())
                + "), the most of any,")
        .orElse("no cohort that can be compared with all");
  }

  private String what() {
    return switch (policy.kind()) {
      case SliKind.RejectionRate _ -> "rejection rate";
      case SliKind.ErrorRate _ -> "error rate";
      case SliKind.EventRate _ -> "share of bad events";
      case SliKind.Latency latency ->
          "share slower than "
              + Figures.number(OptionalDouble.of(latency.thresholdSeconds()))
              + " s";
      case SliKind.CalibrationError _ -> "calibration error";
      case SliKind.PredictionError _ -> "share of wrong answers";
      case SliKind.CohortError _ -> "share of wrong predictions of a cohort";
      case SliKind.CostPerPrediction _ -> "cost of a prediction relative to stable's";
      case SliKind.ErrorBudgetBurn burn ->
          "burn rate of the error budget of " + Figures.percent(OptionalDouble.of(burn.budget()));
      case SliKind.Query _ -> "value of its expression";
    };
  }

  private String unit() {
    if (policy.countsLabels()) {
      return "labelled predictions";
    }
    return switch (policy.kind()) {
      case SliKind.EventRate _ -> "events";
      case SliKind.Query _ -> "windows";
      default -> "predictions";
    };
  }

  /** A calibration error is a difference of shares, people know it as a number; so is a ratio. */
  private String shown(OptionalDouble value) {
    return policy.kind() instanceof SliKind.CalibrationError
            || policy.kind() instanceof SliKind.CostPerPrediction
            || policy.kind() instanceof SliKind.ErrorBudgetBurn
        ? Figures.number(value)
        : Figures.percent(value);
  }

  private String line() {
    if (policy.kind() instanceof SliKind.CohortError cohorts) {
      var line = cohorts.versusAll();
      return times(line.objective(), line.limit());
    }
    if (policy.kind() instanceof SliKind.Query query) {
      return "maximum "
          + Figures.number(OptionalDouble.of(query.maximum()))
          + ", "
          + query.failures()
          + (query.failures() == 1 ? " window above it fails" : " windows in a row above it fail");
    }
    return policy
        .absolute()
        .map(this::absolute)
        .orElseGet(() -> policy.versusStable().map(Explanation::ratio).orElse("no line"));
  }

  private String absolute(Absolute line) {
    return "objective "
        + shown(OptionalDouble.of(inUnit(line.objective())))
        + ", limit "
        + shown(OptionalDouble.of(inUnit(line.limit())));
  }

  /** The line is a share of bad events; estimates of a burn rate are not. */
  private double inUnit(double share) {
    return policy.kind() instanceof SliKind.ErrorBudgetBurn burn ? burn.rate(share) : share;
  }

  private static String ratio(VersusStable line) {
    return times(line.objective(), line.limit());
  }

  private static String times(double objective, double limit) {
    return "objective "
        + Figures.number(OptionalDouble.of(objective))
        + " times, limit "
        + Figures.number(OptionalDouble.of(limit))
        + " times";
  }

  private String state(OptionalLong seconds) {
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
      case AwaitingLabels ->
          "true labels are not due before "
              + Figures.time(policy.labelDelay()).substring(1)
              + " after the first weight";
      case NoSamples -> "the last windows had no samples of the candidate";
      case InvalidSamples -> "the samples of the last windows cannot be counted";
      case BelowMinimum ->
          result.minimumMet()
              ? missing(seconds)
              : "needs "
                  + Figures.count(Math.max(1, policy.minimum() - result.samples()))
                  + " more "
                  + unit()
                  + " before any verdict";
      case CollectingEvidence -> missing(seconds);
    };
  }

  private String missing(OptionalLong seconds) {
    if (policy.gate() != Gate.Pass) {
      return "no harm proven so far";
    }
    if (result.projected().isEmpty()) {
      return "as it is now it will not be proven better than the limit";
    }
    return "needs about "
        + Figures.about(result.projected().getAsLong())
        + " more "
        + unit()
        + (seconds.isPresent()
            ? ", " + Figures.time(Duration.ofSeconds(seconds.getAsLong())) + " at this traffic"
            : "");
  }

  private boolean attributed() {
    return policy.absolute().isPresent() && policy.whenStableFailsToo() == StableFailure.Hold;
  }
}
