package dev.regularizer.core.counting;

/**
 * What one counter series counted in a window: the increases between neighbouring samples, a
 * decrease, of this counter or of another of its target, being a restart from zero. It starts at
 * the last sample at or before the window; a series born in the window starts from zero.
 */
final class CounterDelta {

  private static final double INTEGER_TOLERANCE = 1e-6;

  /** Above this a counter in floating point misses single events. */
  private static final double LARGEST = 1L << 53;

  private CounterDelta() {}

  /** Increase over the window, 0 if the series has no sample in it. */
  static double of(RawSeries series, WindowEdges window) {
    int before = series.lastAtOrBefore(window.startMillis());
    boolean seeded = series.goesOnFrom(before, window.startMillis());
    double previous = seeded ? counter(series, series.value(before)) : 0;
    double sum = 0;
    for (int i = before + 1; i < series.size(); i++) {
      if (series.timeMillis(i) > window.endMillis()) {
        break;
      }
      double value = counter(series, series.value(i));
      boolean goesOn = value >= previous && !(i > 0 && series.restartedBefore(i));
      sum += goesOn ? value - previous : value;
      previous = value;
    }
    return sum;
  }

  /** Increase of a counter of events. */
  static long integerOf(RawSeries series, WindowEdges window) {
    return integer(of(series, window), series);
  }

  /** A count as an integer, if it is one. */
  static long integer(double count, RawSeries series) {
    double rounded = Math.rint(count);
    if (Math.abs(count - rounded) > INTEGER_TOLERANCE) {
      throw new InvalidSamplesException(
          InvalidReason.NotInteger, series.key() + " counted " + count + "; events are whole");
    }
    return (long) rounded;
  }

  private static double counter(RawSeries series, double value) {
    if (!(value >= 0 && value <= LARGEST)) {
      requireCounter(series, value);
    }
    return value;
  }

  /** Refuses what no counter of events can be. */
  static void requireCounter(RawSeries series, double value) {
    if (!Double.isFinite(value)) {
      throw new InvalidSamplesException(
          InvalidReason.NotFinite, series.key() + " has the value " + value);
    }
    if (value < 0) {
      throw new InvalidSamplesException(
          InvalidReason.OutOfRange,
          series.key() + " has the value " + value + "; counters start at 0");
    }
    if (value > LARGEST) {
      throw new InvalidSamplesException(
          InvalidReason.OutOfRange,
          series.key() + " has the value " + value + "; single events are lost above 2^53");
    }
  }
}
