package dev.regularizer.core.counting;

import java.util.List;
import java.util.Optional;

/** Counts bad events among all; a missing numerator is zero, a missing denominator no data. */
final class EventReader {

  private EventReader() {}

  static Optional<EventCounts> read(List<Target> targets, WindowEdges window, EventSeries series) {
    List<RawSeries> total = series(targets, series.total());
    if (total.isEmpty()) {
      return Optional.empty();
    }
    List<RawSeries> bad = series(targets, series.bad());
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

  private static List<RawSeries> series(List<Target> targets, List<SeriesSelector> selectors) {
    return targets.stream().flatMap(target -> target.selected(selectors)).toList();
  }

  private static long sum(List<RawSeries> series, WindowEdges window) {
    return series.stream().mapToLong(one -> CounterDelta.integerOf(one, window)).sum();
  }
}
