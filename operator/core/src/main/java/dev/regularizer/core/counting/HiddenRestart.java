package dev.regularizer.core.counting;

import java.time.Instant;
import java.util.Optional;

/**
 * A container restarted between two scrapes, yet no counter fell: the new process counted as much
 * as the old one before its first scrape, and how much that was cannot be told.
 *
 * @param started when the container started, to the second
 * @param firstScrape first scrape that may be of the new process
 * @param lastScrape first scrape that surely is
 */
record HiddenRestart(Instant started, long firstScrape, long lastScrape) {

  /** Container starts are known to the second. */
  private static final long PRECISION_MILLIS = 1000;

  /** Looks for the last start of a pod in the scrapes of its target. */
  static Optional<HiddenRestart> find(ScrapeLine scrapes, String pod, CountingContext context) {
    Instant started = context.podStarts().get(pod);
    if (started == null || !context.restarted().contains(pod)) {
      return Optional.empty();
    }
    long start = started.toEpochMilli();
    long running = start + PRECISION_MILLIS;
    int first = scrapes.lastAtOrBefore(start - 1) + 1;
    int last = Math.min(scrapes.lastAtOrBefore(running - 1) + 1, scrapes.size() - 1);
    long skew = context.scrapeInterval().toMillis();
    return first == 0 || first > last || scrapes.restartedIn(start - skew, running + skew)
        ? Optional.empty()
        : Optional.of(
            new HiddenRestart(started, scrapes.timeMillis(first), scrapes.timeMillis(last)));
  }

  boolean touches(WindowEdges window) {
    return lastScrape > window.startMillis() && firstScrape <= window.endMillis();
  }
}
