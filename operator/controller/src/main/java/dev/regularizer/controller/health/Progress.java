package dev.regularizer.controller.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Passes under way. One that never ends is the only thing a restart would help against. */
public final class Progress {
  /** Every request of a pass has a timeout; all of them together stay far below this. */
  private static final Duration STUCK = Duration.ofMinutes(5);

  private final InstantSource clock;
  private final Map<Thread, Instant> underWay = new ConcurrentHashMap<>();

  public Progress(InstantSource clock) {
    this.clock = clock;
  }

  /** The calling thread begins a pass. */
  public void begin() {
    underWay.put(Thread.currentThread(), clock.instant());
  }

  /** The calling thread ended its pass. */
  public void end() {
    underWay.remove(Thread.currentThread());
  }

  /** The thread that hangs, if there is one. */
  public Optional<String> stuck() {
    var before = clock.instant().minus(STUCK);
    return underWay.entrySet().stream()
        .filter(entry -> entry.getValue().isBefore(before))
        .map(entry -> entry.getKey().getName() + " is in one pass since " + entry.getValue())
        .findFirst();
  }
}
