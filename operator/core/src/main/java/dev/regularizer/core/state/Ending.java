package dev.regularizer.core.state;

import dev.regularizer.core.rollout.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end of an attempt.
 *
 * @param message for people: what decided, with figures
 * @param sli name of the SLI that decided; null when none did
 * @param trafficOffAt when the route was observed to send this revision nothing; draining counts
 *     from here
 */
public record Ending(
    Outcome outcome,
    Reason reason,
    String message,
    @Nullable String sli,
    Instant at,
    @Nullable Instant trafficOffAt) {

  /** The route was seen to send nothing to the revision since `now`. */
  public Ending withTrafficOff(Instant now) {
    return new Ending(outcome, reason, message, sli, at, now);
  }
}
