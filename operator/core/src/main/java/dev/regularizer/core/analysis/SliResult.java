package dev.regularizer.core.analysis;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What is known about one SLI at a look.
 *
 * @param estimate a rate, a burn rate, an expected calibration error, the last number of an
 *     expression or, against stable, a ratio; empty while there are too few samples for one
 * @param lower lower bound of it, valid at every look
 * @param upper upper bound of it, valid at every look
 * @param samples samples of the candidate so far
 * @param badEvents bad ones among them
 * @param logHarm log evidence of harm, natural
 * @param logSafe log evidence of harmlessness, natural
 * @param evidenceFail share of the way to a Fail; 1 means decided
 * @param evidencePass share of the way to a Pass; 1 means decided
 * @param minimumMet whether there are enough samples for a Pass; of an expression also whether its
 *     last window was in order
 * @param failMinimumMet whether there are also enough bad events for a Fail
 * @param passLatched whether a Pass was reached at some look
 * @param commonCause whether the objective is missed, but not by the candidate alone
 * @param projected further samples of the candidate until a Pass; empty if never as things are
 * @param leastProjected the same if the truth is the best that the samples so far allow; empty also
 *     where no proof is asked for
 * @param projectedSeconds observed time in which so many samples are expected, by the planned
 *     weights and the traffic so far; empty where nobody asked or it cannot be told
 * @param cohort the one with most evidence of harm, whose figures these are; for SLIs of cohorts
 */
public record SliResult(
    String name,
    Gate gate,
    Verdict verdict,
    SliReason reason,
    OptionalDouble estimate,
    OptionalDouble lower,
    OptionalDouble upper,
    long samples,
    long badEvents,
    double logHarm,
    double logSafe,
    double evidenceFail,
    double evidencePass,
    boolean minimumMet,
    boolean failMinimumMet,
    boolean passLatched,
    boolean commonCause,
    OptionalLong projected,
    OptionalLong leastProjected,
    OptionalLong projectedSeconds,
    Optional<String> cohort) {

  /** The same with the time its projected samples are expected to take. */
  public SliResult within(OptionalLong seconds) {
    return new SliResult(
        name,
        gate,
        verdict,
        reason,
        estimate,
        lower,
        upper,
        samples,
        badEvents,
        logHarm,
        logSafe,
        evidenceFail,
        evidencePass,
        minimumMet,
        failMinimumMet,
        passLatched,
        commonCause,
        projected,
        leastProjected,
        seconds,
        cohort);
  }

  /** What the SLI adds to the rollout's evidence: below its minimum it can only count against. */
  public double countedLogHarm() {
    return failMinimumMet ? logHarm : Math.min(logHarm, 0);
  }

  /** Whether promotion has what it asks of this SLI. */
  public boolean gateMet() {
    return switch (gate) {
      case Pass -> passLatched;
      case NoFail -> minimumMet;
      case Advisory -> true;
    };
  }
}
