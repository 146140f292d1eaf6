package dev.regularizer.core.rollout;

/** How many pods a share of the traffic needs. */
final class Sizes {
  private Sizes() {}

  /**
   * Pods of a candidate at a weight: max(1, ceil(weight x replicas / 100)).
   *
   * @param weight percent
   * @param replicas pods needed for all traffic
   */
  static int candidate(int weight, int replicas) {
    return Math.max(1, Math.toIntExact(Math.ceilDiv((long) weight * replicas, 100L)));
  }
}
