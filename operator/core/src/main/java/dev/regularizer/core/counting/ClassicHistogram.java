package dev.regularizer.core.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A classic histogram of one target.
 *
 * @param buckets cumulative counters by upper bound in seconds; bounds are numbers, since
 *     Prometheus versions spell them differently
 * @param counts the counters of all observations
 */
record ClassicHistogram(NavigableMap<Double, List<RawSeries>> buckets, List<RawSeries> counts) {

  private static final double BOUNDARY_TOLERANCE = 1e-9;

  static Optional<ClassicHistogram> of(Target target, SeriesSelector histogram) {
    NavigableMap<Double, List<RawSeries>> buckets = new TreeMap<>();
    target
        .selected(histogram.suffixed(TelemetryContract.BUCKET))
        .forEach(s -> add(s, buckets.computeIfAbsent(bound(s), _ -> new ArrayList<>())));
    List<RawSeries> counts = target.selected(histogram.suffixed(TelemetryContract.COUNT)).toList();
    return buckets.isEmpty()
        ? Optional.empty()
        : Optional.of(new ClassicHistogram(buckets, counts));
  }

  /** A new version of Prometheus may spell a bound in another way; the counter goes on. */
  private static void add(RawSeries series, List<RawSeries> bucket) {
    for (int i = 0; i < bucket.size(); i++) {
      if (series.isRespelled(bucket.get(i), TelemetryContract.LE)) {
        bucket.set(i, series.merged(bucket.get(i)));
        return;
      }
    }
    bucket.add(series);
  }

  boolean hasBoundary(double threshold) {
    return buckets.keySet().stream().anyMatch(bound -> same(bound, threshold));
  }

  LatencyCounts count(WindowEdges window, double threshold) {
    NavigableMap<Double, Long> below = new TreeMap<>();
    long previous = 0;
    for (var bucket : buckets.entrySet()) {
      long count = sum(bucket.getValue(), window);
      if (count < previous) {
        throw new InvalidSamplesException(
            InvalidReason.BucketsNotMonotone,
            "%s counted %s, the smaller bucket %s"
                .formatted(bucket.getValue().getFirst().key(), count, previous));
      }
      below.put(bucket.getKey(), count);
      previous = count;
    }
    long total = total(window, below);
    long surely = 0;
    long possibly = total;
    for (var bucket : below.entrySet()) {
      double bound = bucket.getKey();
      if (same(bound, threshold)) {
        return new LatencyCounts(total, total - bucket.getValue(), total - bucket.getValue());
      }
      if (bound < threshold) {
        possibly = total - bucket.getValue();
      } else {
        surely = total - bucket.getValue();
        break;
      }
    }
    return new LatencyCounts(total, surely, possibly);
  }

  private long total(WindowEdges window, NavigableMap<Double, Long> below) {
    long infinite = below.getOrDefault(Double.POSITIVE_INFINITY, -1L);
    long counted = counts.isEmpty() ? infinite : sum(counts, window);
    if (infinite != counted) {
      throw new InvalidSamplesException(
          InvalidReason.CountMismatch,
          "%s: the last bucket counted %s, the count %s"
              .formatted(
                  buckets.firstEntry().getValue().getFirst().key(),
                  infinite < 0 ? "nothing (it is missing)" : infinite,
                  counted));
    }
    if (counted < 0) {
      throw new InvalidSamplesException(
          InvalidReason.CountMismatch,
          buckets.firstEntry().getValue().getFirst().key() + ": no bucket le=\"+Inf\", no count");
    }
    return counted;
  }

  private static long sum(List<RawSeries> series, WindowEdges window) {
    return series.stream().mapToLong(s -> CounterDelta.integerOf(s, window)).sum();
  }

  private static double bound(RawSeries bucket) {
    String text = bucket.labels().getOrDefault(TelemetryContract.LE, "");
    try {
      return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    } catch (NumberFormatException _) {
      throw new InvalidSamplesException(
          InvalidReason.OutOfRange, bucket.key() + ": le is not a number");
    }
  }

  private static boolean same(double a, double b) {
    return Math.abs(a - b) <= BOUNDARY_TOLERANCE * Math.abs(b);
  }
}
