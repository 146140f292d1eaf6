package dev.regularizer.core.observe;

import dev.regularizer.core.history.HistoryCounts;
import dev.regularizer.core.history.HistoryReading;
import java.time.Instant;

/**
 * What was found out about stable's history before an attempt.
 *
 * @param revision the candidate it was read for
 * @param attempt number of the attempt
 */
public record HistoryAnswer(String revision, int attempt, Result result) {

  /** What Prometheus said. */
  public sealed interface Result {}

  /**
   * All windows were asked for; those that cannot be counted are left out.
   *
   * @param reading how they were read
   */
  public record Read(HistoryCounts counts, HistoryReading reading) implements Result {}

  /**
   * No answer: unreachable, timed out, an error status.
   *
   * @param at when that was clear
   */
  public record Failed(String detail, Instant at) implements Result {}
}
