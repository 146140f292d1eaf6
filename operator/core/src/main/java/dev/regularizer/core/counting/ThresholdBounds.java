package dev.regularizer.core.counting;

import dev.regularizer.core.counting.NativeHistogram.Bucket;
import dev.regularizer.core.counting.NativeHistogramDelta.LatencyDoubles;

/**
 * The bucket boundaries around a latency threshold that samples of different resolution have in
 * common.
 *
 * @param lower largest common boundary at or below the threshold, in seconds
 * @param upper smallest common boundary at or above it
 */
record ThresholdBounds(double lower, double upper) {

  /** Relative rounding of boundaries that were computed by different programs. */
  private static final double TOLERANCE = 1e-9;

  static ThresholdBounds exact(double threshold) {
    return new ThresholdBounds(threshold, threshold);
  }

  /**
   * These bounds, no narrower than what the sample can tell. An exponential histogram of schema s
   * has the boundaries {@code 2^(i 2^-s)}, so those of a coarser one are among those of a finer
   * one.
   */
  ThresholdBounds widened(NativeHistogram sample, double threshold) {
    ThresholdBounds wide = this;
    for (Bucket bucket : sample.buckets()) {
      if (bucket.lower() > 0) {
        wide = wide.union(aroundThreshold(bucket.upper() / bucket.lower(), threshold));
      }
      if (bucket.lower() < threshold * (1 - TOLERANCE)
          && bucket.upper() > threshold * (1 + TOLERANCE)) {
        wide = wide.union(new ThresholdBounds(bucket.lower(), bucket.upper()));
      }
    }
    return wide;
  }

  LatencyDoubles count(NativeHistogram sample) {
    double surely = 0;
    double possibly = 0;
    for (Bucket bucket : sample.buckets()) {
      if (bucket.lower() >= upper * (1 - TOLERANCE)) {
        surely += bucket.count();
      }
      if (bucket.upper() > lower * (1 + TOLERANCE)) {
        possibly += bucket.count();
      }
    }
    return new LatencyDoubles(sample.count(), surely, possibly);
  }

  private ThresholdBounds union(ThresholdBounds other) {
    return new ThresholdBounds(Math.min(lower, other.lower), Math.max(upper, other.upper));
  }

  /** The exponential bucket with this growth factor that holds the threshold. */
  private static ThresholdBounds aroundThreshold(double growth, double threshold) {
    double step = StrictMath.log(growth);
    double schema = -StrictMath.log(step / StrictMath.log(2)) / StrictMath.log(2);
    if (Math.abs(schema - Math.rint(schema)) > TOLERANCE * 1e3) {
      return exact(threshold);
    }
    double steps = StrictMath.log(2) * StrictMath.pow(2, -Math.rint(schema));
    double index = StrictMath.log(threshold) / steps;
    double nearest = Math.rint(index);
    if (Math.abs(index - nearest) < TOLERANCE) {
      return exact(threshold);
    }
    return new ThresholdBounds(
        StrictMath.exp(Math.floor(index) * steps), StrictMath.exp(Math.ceil(index) * steps));
  }
}
