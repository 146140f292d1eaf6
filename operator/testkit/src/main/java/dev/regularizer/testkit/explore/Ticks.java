package dev.regularizer.testkit.explore;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Time in a model of the cluster: whole ticks, each as long as a window. */
final class Ticks {
  /** Length of a tick. */
  static final Duration TICK = Duration.ofSeconds(30);

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int NEVER = 99;

  private Ticks() {}

  static Instant at(int tick) {
    return START.plus(TICK.multipliedBy(tick));
  }

  static int of(Instant at) {
    return (int) Math.floorDiv(at.toEpochMilli() - START.toEpochMilli(), TICK.toMillis());
  }

  /**
   * Ticks that have passed since an instant, as far as that can still matter.
   *
   * @param most beyond it nobody asks
   */
  static int age(@Nullable Instant since, int tick, int most) {
    return since == null ? NEVER : age(of(since), tick, most);
  }

  static int age(int since, int tick, int most) {
    return since < 0 ? NEVER : Math.max(-most, Math.min(most, tick - since));
  }
}
