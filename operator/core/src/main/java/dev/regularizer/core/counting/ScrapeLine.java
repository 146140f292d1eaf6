package dev.regularizer.core.counting;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * When one target was scraped, and at which of these scrapes it was found restarted.
 *
 * <p>A process that restarts sets all its counters to zero at once. One that fell therefore speaks
 * for the others of the same scrape too, which may have passed their old value already.
 */
final class ScrapeLine {

  static final ScrapeLine NONE = new ScrapeLine(new long[0], new long[0], 0);

  private final long[] scrapes;
  private final long[] restarts;
  private final long patienceMillis;

  private ScrapeLine(long[] scrapes, long[] restarts, long patienceMillis) {
    this.scrapes = scrapes;
    this.restarts = restarts;
    this.patienceMillis = patienceMillis;
  }

  /**
   * The line of all series of one target.
   *
   * @param patienceMillis how long a series may be missing in scrapes before it has ended
   */
  static ScrapeLine of(List<RawSeries> series, long patienceMillis) {
    long[] scrapes = new long[0];
    for (RawSeries one : series) {
      scrapes = one.unionOfTimes(scrapes);
    }
    TreeSet<Long> restarts = new TreeSet<>();
    for (RawSeries one : series) {
      for (int i = one.nextFall(1); i < one.size(); i = one.nextFall(i + 1)) {
        if (areNeighbours(scrapes, one.timeMillis(i - 1), one.timeMillis(i))) {
          restarts.add(one.timeMillis(i));
        }
      }
    }
    return new ScrapeLine(
        scrapes, restarts.stream().mapToLong(Long::longValue).toArray(), patienceMillis);
  }

  /** The same scrapes, one of which is known to be the first after a restart. */
  ScrapeLine restarted(long scrapeMillis) {
    long[] all =
        LongStream.concat(Arrays.stream(restarts), LongStream.of(scrapeMillis)).sorted().toArray();
    return new ScrapeLine(scrapes, all, patienceMillis);
  }

  /** Number of scrapes. */
  int size() {
    return scrapes.length;
  }

  /** Time of a scrape in epoch milliseconds. */
  long timeMillis(int i) {
    return scrapes[i];
  }

  /** Index of the last scrape at or before a time; -1 if there is none. */
  int lastAtOrBefore(long timeMillis) {
    return floor(scrapes, timeMillis);
  }

  /** Whether a series whose last sample before a time is this had ended by then. */
  boolean endedBefore(long timeMillis, long lastSampleMillis) {
    if (lastSampleMillis > timeMillis - patienceMillis) {
      return false;
    }
    int scrape = lastAtOrBefore(timeMillis);
    return scrape >= 0 && lastSampleMillis < scrapes[scrape];
  }

  /** Whether a scrape lies in {@code (after, upTo]}. */
  boolean scrapedIn(long after, long upTo) {
    int last = lastAtOrBefore(upTo);
    return last >= 0 && scrapes[last] > after;
  }

  /** Whether a scrape in {@code (after, upTo]} found the process restarted. */
  boolean restartedIn(long after, long upTo) {
    if (restarts.length == 0) {
      return false;
    }
    int last = floor(restarts, upTo);
    return last >= 0 && restarts[last] > after;
  }

  private static boolean areNeighbours(long[] scrapes, long first, long second) {
    return floor(scrapes, second - 1) == floor(scrapes, first);
  }

  private static int floor(long[] times, long timeMillis) {
    int found = Arrays.binarySearch(times, timeMillis);
    return found >= 0 ? found : -found - 2;
  }
}
