package dev.regularizer.core.rollout;

import dev.regularizer.core.observe.ConnectionTiming;
import java.time.Duration;
import java.time.Instant;

/**
 * The windows after a cursor that are closed.
 *
 * <p>A window (a, b] is closed when now - (scrapeInterval + ingestionLag) >= b. At most 20 are
 * looked at in one look; the next look goes on, so an outage is caught up.
 *
 * @param cursor end of the last counted window
 * @param window length of one window
 * @param closed how many are closed, beyond the bound of one look too
 * @param nextCloses when one more is closed
 */
record Windows(Instant cursor, Duration window, long closed, Instant nextCloses) {
  private static final long PER_LOOK = 20;

  static Windows after(Instant cursor, Duration window, ConnectionTiming timing, Instant now) {
    var delay = timing.scrapeInterval().plus(timing.ingestionLag());
    var span = Duration.between(cursor, now.minus(delay));
    var closed = span.isNegative() ? 0 : span.dividedBy(window);
    return new Windows(
        cursor, window, closed, cursor.plus(window.multipliedBy(closed + 1)).plus(delay));
  }

  boolean any() {
    return closed > 0;
  }

  /** Whether nothing but the newest window is still to be counted. */
  boolean inStep() {
    return closed <= 1;
  }

  /** End of the last window one look may take. */
  Instant end() {
    return cursor.plus(window.multipliedBy(Math.min(closed, PER_LOOK)));
  }
}
