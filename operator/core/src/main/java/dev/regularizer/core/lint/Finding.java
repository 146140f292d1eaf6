package dev.regularizer.core.lint;

import dev.regularizer.core.quantity.GoDuration;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * An SLI whose gate cannot be expected to be met.
 *
 * @param sli its name
 * @param unit what it counts, for people: "requests", "labels", "events" or, of an expression,
 *     "windows"
 * @param needed samples of the candidate that a candidate just like stable needs; empty if it never
 *     passes
 * @param expected samples of the candidate until the deadline at stable's traffic
 * @param deadline of the trial
 */
public record Finding(
    String sli, String unit, OptionalLong needed, long expected, Duration deadline) {

  /** Unit of an expression: it has a number in a window, or none. */
  static final String WINDOWS = "windows";

  /** What was found, and what to do. */
  public String message() {
    if (unit.equals(WINDOWS)) {
      return sli
          + (expected == 0
              ? ": its expression gave no single number for stable: Prometheus refuses it, has no"
                  + " such series of stable's pods, or gives several; ask Prometheus, and correct"
                  + " the expression"
              : ": stable itself was above the maximum for so many windows in a row that a"
                  + " candidate like it fails; raise maximum or failures");
    }
    return needed.isEmpty()
        ? sli
            + ": stable itself does not stay within the limit, so a candidate like it never passes;"
            + " widen the limit, or compare with stable instead"
        : "%s: needs about %s %s of the candidate, about %s are expected until the deadline of %s;"
                .formatted(sli, needed.getAsLong(), unit, expected, GoDuration.format(deadline))
            + " raise weights or deadline, widen the limit, or ask for less than a Pass (gate)";
  }
}
