package dev.regularizer.core.state;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long an attempt stood still before its first weight because people wanted it so: paused, held
 * or not approved yet. Its progressDeadline moves by as much.
 *
 * @param since when it came to stand; null while it moves
 * @param before time it stood earlier
 */
public record Standstill(@Nullable Instant since, Duration before) {
  /** It never stood. */
  public static final Standstill NONE = new Standstill(null, Duration.ZERO);

  /** The same, standing or moving from now on. */
  public Standstill standing(boolean stands, Instant now) {
    if (stands) {
      return since == null ? new Standstill(now, before) : this;
    }
    return since == null ? this : new Standstill(null, until(now));
  }

  /** All of it. */
  public Duration until(Instant now) {
    return since == null ? before : before.plus(Duration.between(since, now));
  }
}
