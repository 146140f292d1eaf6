package dev.regularizer.samples.traffic;

/** Latencies in buckets that are 1.6 % wide or less, so that memory does not grow with requests. */
final class Latencies {
  private static final int BITS = 6;
  private static final int EXACT = 1 << (BITS + 1);

  private final long[] buckets = new long[EXACT + (Long.SIZE << BITS)];
  private long count;
  private long highest;

  /** Adds one, in microseconds. */
  void add(long micros) {
    var value = Math.max(0, micros);
    buckets[bucket(value)]++;
    count++;
    highest = Math.max(highest, value);
  }

  /** The quantile in milliseconds, from above; 0 when there is nothing. */
  double millis(double quantile) {
    var rank = Math.max(1, (long) Math.ceil(quantile * count));
    var seen = 0L;
    for (var b = 0; b < buckets.length && count > 0; b++) {
      seen += buckets[b];
      if (seen >= rank) {
        return Math.min(upper(b), highest) / 1000.0;
      }
    }
    return 0;
  }

  private static int bucket(long value) {
    if (value < EXACT) {
      return (int) value;
    }
    var shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(value) - BITS;
    return EXACT + ((shift - 1) << BITS) + (int) ((value >>> shift) - (1 << BITS));
  }

  private static long upper(int bucket) {
    if (bucket < EXACT) {
      return bucket;
    }
    var shift = ((bucket - EXACT) >> BITS) + 1;
    var mantissa = ((bucket - EXACT) & ((1 << BITS) - 1)) + (1L << BITS);
    return ((mantissa + 1) << shift) - 1;
  }
}
