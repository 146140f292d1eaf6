package dev.regularizer.core.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts bad events among all; a missing numerator is zero, a missing denominator no data. */
final class EventReader {

  private EventReader() {}

  static Optional<EventCounts> read(List<Target> targets, WindowEdges window, EventSeries series) {
    List<RawSeries> total = all(targets, series.total());
    if (total.isEmpty()) {
      return Optional.empty();
    }
    List<RawSeries> bad = all(targets, series.bad());
    EventCounts counts = new EventCounts(sum(bad, window), sum(total, window));
    if (counts.bad() > counts.total()) {
      throw new InvalidSamplesException(
          InvalidReason.OutOfRange,
          "%s counted %s, %s %s; bad events are among all events"
              .formatted(
                  bad.getFirst().key(), counts.bad(), total.getFirst().key(), counts.total()));
    }
    return Optional.of(counts);
  }

  private static List<RawSeries> all(List<Target> targets, List<SeriesSelector> selectors) {
    List<RawSeries> all = new ArrayList<>();
    for (Target target : targets) {
      all.addAll(target.all(selectors));
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
