package dev.regularizer.core.lint;

import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.analysis.Verdict;
import java.util.OptionalLong;

/**
 * What an SLI can still be expected to find out: its samples so far per unit of traffic, projected
 * on the weights to come.
 *
 * @param timeline the candidate's share of the traffic, past and planned
 * @param now observed seconds of the trial so far
 * @param deadline observed seconds at which it ends
 */
public record Prospect(Timeline timeline, double now, double deadline) {

  /**
   * Whether a Pass gate that waits for proof cannot be expected to be met before the deadline, as
   * things look and also if the truth is the best that the samples so far allow. The second
   * condition keeps an unlucky start, when the estimate lies near the limit by chance, from ending
   * a good candidate's trial. A result without projections counts as out of reach.
   */
  public boolean hopeless(SliPolicy policy, SliResult result) {
    if (result.gate() != Gate.Pass
        || result.passLatched()
        || !result.minimumMet()
        || result.verdict() != Verdict.Undecided) {
      return false;
    }
    double delay = delay(policy);
    double expected =
        perExposure(policy, result) * timeline.exposure(now - delay, deadline - delay);
    return beyond(result.projected(), expected) && beyond(result.leastProjected(), expected);
  }

  /** Observed seconds until so many more samples are there; empty where it cannot be told. */
  public OptionalLong seconds(SliPolicy policy, SliResult result, OptionalLong needed) {
    double rate = perExposure(policy, result);
    if (needed.isEmpty() || rate <= 0) {
      return OptionalLong.empty();
    }
    var wait = timeline.until(now - delay(policy), needed.getAsLong() / rate);
    return wait.isPresent() && Double.isFinite(wait.getAsDouble())
        ? OptionalLong.of((long) Math.ceil(wait.getAsDouble()))
        : OptionalLong.empty();
  }

  private static boolean beyond(OptionalLong needed, double expected) {
    return needed.isEmpty() || needed.getAsLong() > expected;
  }

  /** Samples of an SLI per second of all traffic; labels come from the traffic of some time ago. */
  private double perExposure(SliPolicy policy, SliResult result) {
    double exposure = timeline.exposure(0, now - delay(policy));
    return exposure > 0 ? result.samples() / exposure : 0;
  }

  private static double delay(SliPolicy policy) {
    return PlannedWeights.seconds(policy.labelDelay());
  }
}
