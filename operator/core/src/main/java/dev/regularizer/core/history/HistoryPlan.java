package dev.regularizer.core.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The windows of stable that are read before an attempt, in pieces so that no answer is huge.
 *
 * @param end end of the last window
 * @param window length of one, as in the attempt
 */
public record HistoryPlan(Instant end, Duration window) {

  /** Windows asked for: 60 are needed, and some may be invalid or empty. */
  public static final int WINDOWS = 80;

  private static final int PER_CHUNK = 5;

  /**
   * Some windows, one after the other.
   *
   * @param from start of the first
   * @param end end of the last
   */
  public record Chunk(Instant from, Instant end) {}

  /** The pieces, oldest first. */
  public List<Chunk> chunks() {
    return IntStream.range(0, WINDOWS / PER_CHUNK)
        .mapToObj(
            i -> new Chunk(before(WINDOWS - i * PER_CHUNK), before(WINDOWS - (i + 1) * PER_CHUNK)))
        .toList();
  }

  private Instant before(int windows) {
    return end.minus(window.multipliedBy(windows));
  }
}
