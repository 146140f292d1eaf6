package dev.regularizer.core.rollout;

import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.SliReason;
import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.present.Explanation;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.StepRecord;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sentences about a trial. Those for status carry no live numbers: they change on transitions only.
 */
final class Texts {
  /** Sentences that fit into an Event. */
  private static final int EXPLAINED = 2;

  private Texts() {}

  /** "step 3 of 4, 5 % to 7d9f8bxk2c (2.4.0)". */
  private static String step(Situation situation, RevisionRecord candidate, StepRecord step) {
    return "step "
        + step.number()
        + " of "
        + situation.spec().rollout().steps().size()
        + ", "
        + step.weight()
        + " % to "
        + situation.call(candidate);
  }

  /** "waiting for 2 ready pods of 7d9f8bxk2c (2.4.0)". */
  static String awaiting(Situation situation, RevisionRecord candidate, int size) {
    return "waiting for "
        + (size == 1 ? "a ready pod of " : size + " ready pods of ")
        + situation.call(candidate);
  }

  /** "7d9f8bxk2c (2.4.0) serves, 5c4b9wzq7f (2.3.1) stays warm". */
  static String baking(Situation situation, RevisionRecord stable, RevisionRecord previous) {
    return situation.call(stable) + " serves, " + situation.call(previous) + " stays warm";
  }

  /** The step and what promotion still waits for. */
  static String measuring(Situation situation, RevisionRecord candidate, Attempt attempt) {
    var step = step(situation, candidate, attempt.step().orElseThrow());
    var waiting = waiting(attempt.results());
    return waiting.isEmpty() ? step : step + "; waiting for " + waiting;
  }

  /** Why an SLI rolled the candidate back, with its figures. */
  static String failed(SliPolicy policy, SliResult result, boolean combined) {
    return combined
        ? "combined evidence of all SLIs, largest contribution "
            + Explanation.figures(policy, result)
        : Explanation.atEnd(policy, result);
  }

  /** Why an SLI ended a bake. */
  static String alarm(SliPolicy policy) {
    return policy.name()
        + ": bad events came more often than the objective "
        + policy.absolute().map(one -> number(OptionalDouble.of(one.objective()))).orElse("allows")
        + " allows since the promotion, while baking";
  }

  /** Why a candidate was promoted. */
  static String proven(List<SliResult> results) {
    var proven =
        results.stream()
            .filter(one -> one.gate() != Gate.Advisory)
            .map(one -> call(one) + ": " + figures(one))
            .collect(Collectors.joining("; "));
    return proven.isEmpty()
        ? "the plan is done; every SLI is Advisory, so none was asked"
        : "all gates met: " + proven;
  }

  /** What kept a trial from a verdict. */
  static String missing(List<SliResult> results) {
    var waiting = waiting(results);
    return waiting.isEmpty() ? "the plan was not finished" : "not proven: " + waiting;
  }

  /** What was known of the SLIs that kept a trial from a verdict; of the first ones, if many. */
  static String unproven(Attempt attempt) {
    var slis = attempt.policy().slis();
    var results = attempt.results();
    return IntStream.range(0, results.size())
        .filter(i -> !results.get(i).gateMet())
        .limit(EXPLAINED)
        .mapToObj(i -> "; " + Explanation.atEnd(slis.get(i), results.get(i)))
        .collect(Collectors.joining());
  }

  /** Why a trial ends before its deadline. */
  static String futile(List<String> slis) {
    return "no verdict can be expected within the deadline at this traffic: "
        + String.join(", ", slis)
        + " would need more samples than are to come; give it more time or weight, or a wider"
        + " limit";
  }

  /** The step, and which SLIs have to meet their gates before the weight rises. */
  static String heldBelow(
      Situation situation, RevisionRecord candidate, Attempt attempt, List<SliPolicy> awaited) {
    return step(situation, candidate, attempt.step().orElseThrow())
        + "; does not rise further until "
        + awaited.stream()
            .map(sli ->
                sli.name()
                    + (sli.gate() == Gate.NoFail ? " has its minimum" : " is proven harmless")
                    + " (holdAbove "
                    + sli.holdAbove().orElseThrow()
                    + ")")
            .collect(Collectors.joining(" and "));
  }

  private static String waiting(List<SliResult> results) {
    return results.stream()
        .filter(one ->
            switch (one.gate()) {
              case Pass -> !one.passLatched();
              case NoFail -> !one.minimumMet();
              case Advisory -> false;
            })
        .map(SliResult::name)
        .collect(Collectors.joining(", "));
  }

  /** "fairness, cohort night": whose figures are told. */
  private static String call(SliResult result) {
    return result.name() + result.cohort().map(cohort -> ", cohort " + cohort).orElse("");
  }

  private static String figures(SliResult result) {
    if (result.reason() == SliReason.AboveMaximum || result.reason() == SliReason.WithoutPromise) {
      return number(result.estimate())
          + " ("
          + result.samples()
          + " windows, a threshold without statistical promise)";
    }
    return number(result.estimate())
        + " (bounds "
        + number(result.lower())
        + " to "
        + number(result.upper())
        + ", "
        + result.samples()
        + " samples)";
  }

  private static String number(OptionalDouble value) {
    return value.isEmpty() || !Double.isFinite(value.getAsDouble())
        ? "unknown"
        : new BigDecimal(value.getAsDouble())
            .round(new MathContext(3))
            .stripTrailingZeros()
            .toPlainString();
  }
}
