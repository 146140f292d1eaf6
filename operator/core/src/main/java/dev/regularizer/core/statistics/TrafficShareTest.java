package dev.regularizer.core.statistics;

/**
 * Whether the candidate gets the share of the requests its weight promises: P1 on the requests of
 * both revisions, against 10 % more and 10 % less than the share. Without that, requests are not
 * split at random (sticky connections, another route on the host), and no comparison of the two
 * holds.
 */
public final class TrafficShareTest {

  private static final double TOLERANCE = 0.1;
  private static final double LEVEL = 0.001;

  private TrafficShareTest() {}

  /**
   * Whether the share is proven to be off, each way with a false alarm probability of at most 0.001
   * however often it is asked.
   *
   * @param candidate requests of the candidate, 0 to total
   * @param total requests of both revisions
   * @param share of the candidate as planned, above 0 and below 1
   */
  public static boolean rejects(long candidate, long total, double share) {
    double threshold = ObjectiveTest.threshold(LEVEL);
    return logTooMany(candidate, total, share) >= threshold
        || logTooFew(candidate, total, share) >= threshold;
  }

  /** Log evidence against "at most 10 % more than the share"; none where that is everything. */
  static double logTooMany(long candidate, long total, double share) {
    double most = (1 + TOLERANCE) * share;
    return most >= 1 ? 0 : ObjectiveTest.logHarm(candidate, total, most, 1);
  }

  /** Log evidence against "at least 10 % less than the share". */
  static double logTooFew(long candidate, long total, double share) {
    return ObjectiveTest.logSafe(candidate, total, (1 - TOLERANCE) * share, 1);
  }
}
