package dev.regularizer.core.observe;

import dev.regularizer.core.counting.SampleMatrix;
import java.time.Instant;

/**
 * The answer to a request for samples. It is used only if the attempt still waits at the same
 * cursor.
 *
 * @param cursor start of the first window asked for
 * @param end end of the last window asked for
 */
public record Look(String revision, int attempt, Instant cursor, Instant end, Answer answer) {

  /** What Prometheus said. */
  public sealed interface Answer {}

  /**
   * Raw samples.
   *
   * @param readBack whether the samples reach back one hour, because a target was unknown before
   *     the window
   */
  public record Samples(SampleMatrix matrix, boolean readBack) implements Answer {}

  /** An answer that must not be counted, such as a partial one. */
  public record Unusable(dev.regularizer.core.counting.InvalidReason reason, String detail)
      implements Answer {}

  /** No answer: unreachable, timed out, an error status. */
  public record Failed(String detail) implements Answer {}
}
