package dev.regularizer.controller.sampling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Spares a Prometheus that does not answer, and the threads that would wait for it. */
final class Breaker {
  private static final int TOLERATED = 3;
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final InstantSource clock;
  private int failures;
  private Instant closedUntil = Instant.EPOCH;

  Breaker(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether to ask now; after a pause one caller may try. */
  synchronized boolean allows() {
    var now = clock.instant();
    if (now.isBefore(closedUntil)) {
      return false;
    }
    if (failures >= TOLERATED) {
      closedUntil = now.plus(PAUSE);
    }
    return true;
  }

  synchronized void answered() {
    failures = 0;
    closedUntil = Instant.EPOCH;
  }

  synchronized void failed() {
    if (++failures >= TOLERATED) {
      closedUntil = clock.instant().plus(PAUSE);
    }
  }
}
