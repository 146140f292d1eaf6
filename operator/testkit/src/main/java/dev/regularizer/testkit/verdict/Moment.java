package dev.regularizer.testkit.verdict;

import dev.regularizer.core.analysis.SliWindow;
import dev.regularizer.core.analysis.WindowCounts;
import dev.regularizer.core.counting.Reading;
import java.time.Duration;

/**
 * One window of a run, before anything is counted in it.
 *
 * @param window its number from 0
 * @param weight percent of traffic the candidate has
 * @param candidate requests to the candidate
 * @param stable requests to stable
 */
public record Moment(int window, int weight, long candidate, long stable) {

  static final Duration WINDOW = Duration.ofSeconds(30);

  /** What both revisions counted, as an SLI reads it. */
  SliWindow counted(WindowCounts ours, WindowCounts theirs) {
    return new SliWindow(
        weight,
        WINDOW.multipliedBy(window + 1L),
        true,
        new Reading.Counted<>(ours),
        new Reading.Counted<>(theirs));
  }
}
