package dev.regularizer.core.counting;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What is known besides the samples.
 *
 * @param scrapeInterval of the connection
 * @param window nominal length of a window; a window that was closed early is judged by this too
 * @param podStarts per pod name, the instant before which its current process cannot have counted
 *     anything: when its container started, else when the pod was created
 * @param restarted names of pods whose container started more than once
 * @param readBack whether the samples reach back one hour
 */
public record CountingContext(
    Duration scrapeInterval,
    Duration window,
    Map<String, Instant> podStarts,
    Set<String> restarted,
    boolean readBack) {

  /** Scrape intervals before a window in which the last sample of a target must be found. */
  public static final int SEED_INTERVALS = 4;

  /** How far a second query reaches back for a target unknown before the window. */
  public static final Duration READ_BACK = Duration.ofHours(1);

  /** Copies the map and the set. */
  public CountingContext {
    podStarts = Map.copyOf(podStarts);
    restarted = Set.copyOf(restarted);
  }

  /** A context in which no container restarted. */
  public CountingContext(
      Duration scrapeInterval, Duration window, Map<String, Instant> podStarts, boolean readBack) {
    this(scrapeInterval, window, podStarts, Set.of(), readBack);
  }

  /** How far a query must reach back before its first window. */
  public static Duration seed(Duration scrapeInterval) {
    return scrapeInterval.multipliedBy(SEED_INTERVALS);
  }

  long seedMillis() {
    return seed(scrapeInterval).toMillis();
  }

  /** Largest distance between samples: half a window and 10 %. */
  long maxSpacingMillis() {
    return window.toMillis() * 11 / 20;
  }
}
