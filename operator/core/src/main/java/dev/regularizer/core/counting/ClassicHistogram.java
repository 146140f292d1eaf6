package dev.regularizer.core.counting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A classic histogram of one target.
 *
 * @param buckets cumulative counters by ascending upper bound
 * @param counts the counters of all observations
 */
record ClassicHistogram(List<Bucket> buckets, List<RawSeries> counts) {

  private static final double BOUNDARY_TOLERANCE = 1e-9;

  /**
   * Everything up to a bound.
   *
   * @param bound in seconds; a number, since Prometheus versions spell it differently
   * @param series one, unless a label of the application tells several apart
   */
  record Bucket(double bound, List<RawSeries> series) {

    /** A new version of Prometheus may spell a bound in another way; the counter goes on. */
    void add(RawSeries one) {
      for (int i = 0; i < series.size(); i++) {
        if (one.isRespelled(series.get(i), TelemetryContract.LE)) {
          series.set(i, one.merged(series.get(i)));
          return;
        }
      }
      series.add(one);
    }

    String key() {
      return series.getFirst().key();
    }
  }

  static Optional<ClassicHistogram> of(Target target, HistogramSeries selected) {
    List<Bucket> buckets = new ArrayList<>();
    for (RawSeries series : target.all(selected.buckets())) {
      bucket(buckets, series).add(series);
    }
    buckets.sort(Comparator.comparingDouble(Bucket::bound));
    return buckets.isEmpty()
        ? Optional.empty()
        : Optional.of(new ClassicHistogram(buckets, target.all(selected.counts())));
  }

  private static Bucket bucket(List<Bucket> buckets, RawSeries series) {
    double bound = series.upperBound();
    if (Double.isNaN(bound)) {
      throw new InvalidSamplesException(
          InvalidReason.OutOfRange, series.key() + ": le is not a number");
    }
    for (Bucket bucket : buckets) {
      if (bucket.bound() == bound) {
        return bucket;
      }
    }
    Bucket bucket = new Bucket(bound, new ArrayList<>(1));
    buckets.add(bucket);
    return bucket;
  }

  boolean hasBoundary(double threshold) {
    for (Bucket bucket : buckets) {
      if (same(bucket.bound(), threshold)) {
        return true;
      }
    }
    return false;
  }

  LatencyCounts count(WindowEdges window, double threshold) {
    long[] below = new long[buckets.size()];
    for (int i = 0; i < below.length; i++) {
      below[i] = sum(buckets.get(i).series(), window);
      if (i > 0 && below[i] < below[i - 1]) {
        throw new InvalidSamplesException(
            InvalidReason.BucketsNotMonotone,
            "%s counted %s, the smaller bucket %s"
                .formatted(buckets.get(i).key(), below[i], below[i - 1]));
      }
    }
    long total = total(window, below);
    long surely = 0;
    long possibly = total;
    for (int i = 0; i < below.length; i++) {
      double bound = buckets.get(i).bound();
      if (same(bound, threshold)) {
        return new LatencyCounts(total, total - below[i], total - below[i]);
      }
      if (bound < threshold) {
        possibly = total - below[i];
      } else {
        surely = total - below[i];
        break;
      }
    }
    return new LatencyCounts(total, surely, possibly);
  }

  private long total(WindowEdges window, long[] below) {
    boolean complete = buckets.getLast().bound() == Double.POSITIVE_INFINITY;
    long infinite = complete ? below[below.length - 1] : -1;
    long counted = counts.isEmpty() ? infinite : sum(counts, window);
    if (infinite != counted) {
      throw new InvalidSamplesException(
          InvalidReason.CountMismatch,
          "%s: the last bucket counted %s, the count %s"
              .formatted(
                  buckets.getFirst().key(),
                  infinite < 0 ? "nothing (it is missing)" : infinite,
                  counted));
    }
    if (counted < 0) {
      throw new InvalidSamplesException(
          InvalidReason.CountMismatch,
          buckets.getFirst().key() + ": no bucket le=\"+Inf\", no count");
    }
    return counted;
  }

  private static long sum(List<RawSeries> series, WindowEdges window) {
    long sum = 0;
    for (RawSeries one : series) {
      sum += CounterDelta.integerOf(one, window);
    }
    return sum;
  }

  private static boolean same(double a, double b) {
    return Math.abs(a - b) <= BOUNDARY_TOLERANCE * Math.abs(b);
  }
}
