package dev.regularizer.core.state;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened in one step of an attempt.
 *
 * @param number 1-based position in the plan when the step began
 * @param weight planned percent of traffic
 * @param duration planned observed time, as last read from the spec
 * @param intentAt when the decision for this weight was recorded
 * @param effectiveAt when the route was observed to carry this weight; null until then, and again
 *     after any disturbance
 * @param countedWindows windows that count as time spent in this step
 * @param validWindows windows with samples of both arms since the weight last became effective
 */
public record StepRecord(
    int number,
    int weight,
    Duration duration,
    Instant intentAt,
    @Nullable Instant effectiveAt,
    int countedWindows,
    int validWindows) {

  /** The step as decided now, not yet in force. */
  public static StepRecord intended(int number, int weight, Duration duration, Instant now) {
    return new StepRecord(number, weight, duration, now, null, 0, 0);
  }

  /** The route carries the weight since `now`. */
  public StepRecord effective(Instant now) {
    return new StepRecord(number, weight, duration, intentAt, now, countedWindows, 0);
  }

  /** The weight has to be brought into force again; time already spent stays counted. */
  public StepRecord disturbed(Instant now) {
    return new StepRecord(number, weight, duration, now, null, countedWindows, 0);
  }

  /** Adds looked-at windows. */
  public StepRecord counted(int windows, int valid) {
    return new StepRecord(
        number,
        weight,
        duration,
        intentAt,
        effectiveAt,
        countedWindows + windows,
        validWindows + valid);
  }
}
