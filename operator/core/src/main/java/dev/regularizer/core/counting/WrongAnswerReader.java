package dev.regularizer.core.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts wrong answers among labelled predictions: those that are not among the right ones, over
 * all bins. A revision that exports no counter of right answers at all is no data, or a name that
 * is misspelt would make every answer wrong.
 */
final class WrongAnswerReader {

  private WrongAnswerReader() {}

  static Optional<EventCounts> read(List<Target> targets, WindowEdges window, LabelSeries series) {
    List<RawSeries> labeled = series(targets, series.labeled());
    List<RawSeries> correct = series(targets, series.correct());
    if (labeled.isEmpty() || correct.isEmpty()) {
      return Optional.empty();
    }
    long all = sum(labeled, window);
    long right = sum(correct, window);
    if (right > all) {
      throw new InvalidSamplesException(
          InvalidReason.OutOfRange,
          "%s counted %s, %s %s; right answers are among the labelled ones"
              .formatted(correct.getFirst().key(), right, labeled.getFirst().key(), all));
    }
    return Optional.of(new EventCounts(all - right, all));
  }

  private static List<RawSeries> series(List<Target> targets, SeriesSelector selector) {
    List<RawSeries> all = new ArrayList<>();
    for (Target target : targets) {
      target.selected(selector).forEach(all::add);
    }
    return all;
  }

  private static long sum(List<RawSeries> series, WindowEdges window) {
    long sum = 0;
    for (RawSeries one : series) {
      sum += CounterDelta.integerOf(one, window);
    }
    return sum;
  }
}
