package dev.regularizer.core.counting;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.SplittableRandom;

/**
 * Who scrapes how, and how the operator looks. Milliseconds.
 *
 * @param interval between scrapes
 * @param lag allowed to a sample until queries see it
 * @param window length of a window
 * @param until end of everything
 * @param restarts whether containers restart
 * @param misses of 100 scrapes, how many fail
 * @param outages whether Prometheus is away for some time
 * @param scrapers how many Prometheus servers scrape and answer together
 * @param upgradeAt when Prometheus 2 becomes 3
 */
record Schedule(
    long interval,
    long lag,
    long window,
    long until,
    boolean restarts,
    int misses,
    boolean outages,
    int scrapers,
    long upgradeAt) {

  static Schedule draw(SplittableRandom random) {
    long interval = new long[] {1_000, 2_000, 5_000}[random.nextInt(3)];
    long until = random.nextLong(100_000, 250_000);
    return new Schedule(
        interval,
        random.nextLong(0, 3_000),
        interval * random.nextLong(4, 12) + random.nextLong(0, interval),
        until,
        random.nextBoolean(),
        random.nextBoolean() ? 0 : random.nextInt(1, 15),
        random.nextInt(3) == 0,
        random.nextInt(3) == 0 ? 2 : 1,
        random.nextLong(-until, 2 * until));
  }

  /** Whether every process is scraped in time, by one server. */
  boolean isCalm() {
    return misses == 0 && !outages && scrapers == 1 && !restarts;
  }

  CountingContext context(Fleet fleet, long now, boolean readBack) {
    var starts = new HashMap<String, Instant>();
    var restarted = new HashSet<String>();
    for (Fleet.Pod pod : fleet.pods()) {
      if (pod.created() <= now && now < pod.deleted()) {
        // Kubernetes knows starts to the second.
        long start = pod.lifeAt(now).from() <= now ? pod.lifeAt(now).from() : pod.created();
        starts.put(pod.name(), Instant.ofEpochSecond(Math.floorDiv(start, 1000)));
        if (pod.restartsAt(now) > 0) {
          restarted.add(pod.name());
        }
      }
    }
    return new CountingContext(
        Duration.ofMillis(interval), Duration.ofMillis(window), starts, restarted, readBack);
  }
}
