package dev.regularizer.samples.modelserver;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * When a server that was told to end may end. Clients and gateways learn late that a pod is going,
 * so it serves on for a while; and the counters of its last request must be scraped.
 */
public final class Drain {
  private static final long STEP = Duration.ofMillis(50).toNanos();

  /**
   * How long a server goes on.
   *
   * @param atLeast after the signal, whatever happens
   * @param quiet after the last request: two scrape intervals
   * @param atMost after the signal, even if requests keep coming
   */
  public record Times(Duration atLeast, Duration quiet, Duration atMost) {}

  private final Times times;
  private final LongSupplier nanoTime;
  private final AtomicInteger underway = new AtomicInteger();
  private final AtomicLong lastRequest;
  private volatile boolean draining;

  /** Watches requests from now on. */
  public Drain(Times times, LongSupplier nanoTime) {
    this.times = times;
    this.nanoTime = nanoTime;
    this.lastRequest = new AtomicLong(nanoTime.getAsLong() - times.quiet().toNanos());
  }

  /** A user's request came in. */
  public void begin() {
    underway.incrementAndGet();
  }

  /** A user's request was answered. */
  public void end() {
    lastRequest.set(nanoTime.getAsLong());
    underway.decrementAndGet();
  }

  /** Whether the server was told to end. */
  public boolean draining() {
    return draining;
  }

  /** Starts draining and returns when the server may end. */
  public void await() {
    var signal = nanoTime.getAsLong();
    draining = true;
    while (!over(nanoTime.getAsLong() - signal)) {
      LockSupport.parkNanos(STEP);
    }
  }

  private boolean over(long sinceSignal) {
    if (sinceSignal >= times.atMost().toNanos()) {
      return true;
    }
    var sinceRequest = nanoTime.getAsLong() - lastRequest.get();
    return sinceSignal >= times.atLeast().toNanos()
        && sinceRequest >= times.quiet().toNanos()
        && underway.get() == 0;
  }
}
