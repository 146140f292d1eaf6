package dev.regularizer.controller.sampling;

import java.util.Arrays;

/** Times and values of the series that is being read; used again for the next one. */
final class SampleList {
  private long[] times = new long[64];
  private double[] values = new double[64];
  private int size;

  void clear() {
    size = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(long millis, double value) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    times[size] = millis;
    values[size++] = value;
  }

  /** Epoch milliseconds. */
  long[] times() {
    return Arrays.copyOf(times, size);
  }

  double[] values() {
    return Arrays.copyOf(values, size);
  }
}
