package dev.regularizer.core.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A classic histogram of one target: cumulative counters, and counters of all observations. */
final class ClassicHistogram {

  private static final double BOUNDARY_TOLERANCE = 1e-9;

  private final List<Bucket> buckets;
  private final List<RawSeries> counts;

  private @Nullable WindowEdges window;
  private long[] below = {};
  private long total;

  private ClassicHistogram(List<Bucket> buckets, List<RawSeries> counts) {
    this.buckets = buckets;
    this.counts = counts;
  }

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

  static Optional<ClassicHistogram> of(Target target, SeriesSelector histogram) {
    HistogramSeries selected = HistogramSeries.of(histogram);
    List<Bucket> buckets = new ArrayList<>();
    for (RawSeries series : target.all(selected.buckets())) {
      bucket(buckets, series).add(series);
    }
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
    int at = buckets.size();
    while (at > 0 && buckets.get(at - 1).bound() > bound) {
      at--;
    }
    if (at > 0 && buckets.get(at - 1).bound() == bound) {
      return buckets.get(at - 1);
    }
    Bucket bucket = new Bucket(bound, new ArrayList<>(1));
    buckets.add(at, bucket);
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

  LatencyCounts count(WindowEdges edges, double threshold) {
    count(edges);
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

  /**
   * Up to each bound, and in all. The last counts are kept: several thresholds of one histogram are
   * asked for in turn.
   */
  private void count(WindowEdges edges) {
    if (edges.equals(window)) {
      return;
    }
    long[] counted = new long[buckets.size()];
    for (int i = 0; i < counted.length; i++) {
      counted[i] = sum(buckets.get(i).series(), edges);
      if (i > 0 && counted[i] < counted[i - 1]) {
        throw new InvalidSamplesException(
            InvalidReason.BucketsNotMonotone,
            "%s counted %s, the smaller bucket %s"
                .formatted(buckets.get(i).key(), counted[i], counted[i - 1]));
      }
    }
    total = total(edges, counted);
    below = counted;
    window = edges;
  }

  private long total(WindowEdges edges, long[] upTo) {
    boolean complete = buckets.getLast().bound() == Double.POSITIVE_INFINITY;
    long infinite = complete ? upTo[upTo.length - 1] : -1;
    long counted = counts.isEmpty() ? infinite : sum(counts, edges);
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
