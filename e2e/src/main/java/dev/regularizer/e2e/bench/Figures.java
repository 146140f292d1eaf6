package dev.regularizer.e2e.bench;

import java.util.Map;

/**
 * What one run of the bench measured.
 *
 * @param idleSeconds how long nothing changed
 * @param writes of one rollout with five steps, by verb and resource
 * @param unchanged writes of it that left the object as it was
 * @param readyMillis from the start of the process to its first ready answer, after a kill
 * @param offMillis from the verdict in the revision's status to the route without the candidate
 */
record Figures(
    long idleSeconds,
    long idleWrites,
    long idleReads,
    long idleQueries,
    Map<String, Long> writes,
    Map<String, Long> reads,
    long unchanged,
    long residentKilobytes,
    long readyMillis,
    long offMillis,
    long seed,
    int kills,
    int killProblems) {

  long writesInAll() {
    return writes.values().stream().mapToLong(Long::longValue).sum();
  }

  long readsInAll() {
    return reads.values().stream().mapToLong(Long::longValue).sum();
  }
}
