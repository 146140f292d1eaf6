package dev.regularizer.core.counting;

import java.util.List;

/**
 * One sample of a native histogram, as the HTTP API gives it: occupied buckets only.
 *
 * @param count observations
 * @param sum sum of the observed values
 * @param buckets occupied buckets, not cumulative
 */
public record NativeHistogram(double count, double sum, List<Bucket> buckets) {

  /**
   * Observations in {@code (lower, upper]}.
   *
   * @param lower lower bound, negative for the bucket around zero
   * @param upper upper bound
   * @param count observations in between
   */
  public record Bucket(double lower, double upper, double count) {}

  /** Copies the buckets. */
  public NativeHistogram {
    buckets = List.copyOf(buckets);
  }

  boolean isFinite() {
    return Double.isFinite(count) && buckets.stream().allMatch(b -> Double.isFinite(b.count()));
  }
}
