package dev.regularizer.e2e.bench;

import java.util.Map;

/**
 * What one round measured: a start, a time without changes, a rollout that is promoted and one that
 * is rolled back.
 *
 * @param readyMillis from the start of the process to its first ready answer
 * @param idleSeconds how long nothing changed
 * @param idleCalls requests to the API server in that time, without the lease and watches
 * @param idleQueries queries to Prometheus in that time
 * @param residentKilobytes at the end of it
 * @param writes of the rollout with five steps, by verb and resource
 * @param reads of it
 * @param stepWrites those of its writes from the first weight to the verdict
 * @param unchanged writes of it that left the object as it was
 * @param offMillis from the verdict in the revision's status to the route without the candidate
 */
record Round(
    long readyMillis,
    long idleSeconds,
    long idleCalls,
    long idleQueries,
    long residentKilobytes,
    Map<String, Long> writes,
    Map<String, Long> reads,
    long stepWrites,
    long unchanged,
    long offMillis) {

  long writesInAll() {
    return writes.values().stream().mapToLong(Long::longValue).sum();
  }

  long readsInAll() {
    return reads.values().stream().mapToLong(Long::longValue).sum();
  }
}
