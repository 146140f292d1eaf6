package dev.regularizer.core.present;

import dev.regularizer.core.analysis.Absolute;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.SliReason;
import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.analysis.VersusStable;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One sentence about an SLI for a person on call: estimate, bounds, samples, the line it is judged
 * by, and what is missing or who is the cause. Status, Events and replays say the same.
 */
public final class Explanation {
  private final SliPolicy policy;
  private final SliResult result;

  private Explanation(SliPolicy policy, SliResult result) {
    this.policy = policy;
    this.result = result;
  }

  /**
   * The sentence while more is measured.
   *
   * @param seconds observed time in which the {@link #missing} samples are expected; empty when it
   *     cannot be told
   */
  public static String of(SliPolicy policy, SliResult result, OptionalLong seconds) {
    var all = new Explanation(policy, result);
    return all.figures() + "; " + new Standing(policy, result, all.unit()).now(seconds);
  }

  /** The sentence about a measurement that is over. */
  public static String atEnd(SliPolicy policy, SliResult result) {
    if (result.samples() == 0 && result.reason() == SliReason.BelowMinimum) {
      return policy.name() + ": was not measured";
    }
    var all = new Explanation(policy, result);
    return all.figures() + "; " + new Standing(policy, result, all.unit()).atEnd();
  }

  /** What was measured and the line it is judged by, without a judgement. */
  public static String figures(SliPolicy policy, SliResult result) {
    return new Explanation(policy, result).figures();
  }

  /** Samples that {@link #of} says are missing; empty when it says nothing of samples. */
  public static OptionalLong missing(SliPolicy policy, SliResult result) {
    return new Standing(policy, result, "").missing();
  }

  private String figures() {
    return measured() + ", " + line();
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
      case SliKind.CostPerPrediction _ -> "cost of a prediction";
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
}
