package dev.regularizer.core.observe;

import dev.regularizer.core.history.HistoryCounts;
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

  /** All windows were asked for; those that cannot be counted are left out. */
  public record Read(HistoryCounts counts) implements Result {}

  /**
   * No answer: unreachable, timed out, an error status.
   *
   * @param at when that was clear
   */
  public record Failed(String detail, Instant at) implements Result {}
}
