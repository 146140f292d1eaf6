package dev.regularizer.samples.modelserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A clock that moves 10 ms whenever it is read makes waiting a matter of counting. */
class DrainTest {
  private final AtomicLong now = new AtomicLong();
  private final Drain drain =
      new Drain(
          new Drain.Times(Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofMillis(900)),
          () -> now.addAndGet(Duration.ofMillis(10).toNanos()));

  @Test
  void anIdleServerWaitsTheLeastTime() {
    assertThat(millis()).isBetween(100L, 160L);
  }

  @Test
  void theLastRequestIsLeftTimeToBeScraped() {
    drain.begin();
    drain.end();
    assertThat(millis()).isBetween(290L, 350L);
  }

  @Test
  void aRequestThatNeverEndsDoesNotHoldForEver() {
    drain.begin();
    assertThat(millis()).isBetween(900L, 960L);
  }

  private long millis() {
    var start = now.get();
    drain.await();
    return Duration.ofNanos(now.get() - start).toMillis();
  }
}
