package dev.regularizer.core.lint;

import dev.regularizer.core.analysis.Gate;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What an SLI needs for its gate against what a candidate can be expected to get.
 *
 * @param sli its name
 * @param unit what it counts, for people
 * @param needed samples of the candidate that a candidate just like stable needs; empty if it never
 *     passes
 * @param expected samples of the candidate until the deadline at stable's traffic
 * @param deadline of the trial
 * @param withinReach whether the gate can be expected to be met
 */
public record Requirement(
    String sli,
    Gate gate,
    String unit,
    OptionalLong needed,
    long expected,
    Duration deadline,
    boolean withinReach) {

  /** What to tell about one that is not within reach. */
  public Finding finding() {
    return new Finding(sli, unit, needed, expected, deadline);
  }
}
