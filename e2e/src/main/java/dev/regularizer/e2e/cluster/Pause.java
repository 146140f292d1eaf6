package dev.regularizer.e2e.cluster;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Time that passes on purpose: a measured rest, or the distance between two questions. */
public final class Pause {
  private Pause() {}

  /** Returns when the time is over. */
  public static void of(Duration time) {
    CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS))
        .join();
  }
}
