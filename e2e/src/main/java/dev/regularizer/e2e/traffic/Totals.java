package dev.regularizer.e2e.traffic;

import java.util.Map;

/**
 * What happened to the requests of one model so far.
 *
 * @param revisions by the suffix of the revision that answered
 * @param failures how many failed, by what happened to them
 */
public record Totals(
    long requests, long failed, Map<String, Arm> revisions, Map<String, Long> failures) {

  /** What one revision answered. */
  public record Arm(long requests, long rejected, long failed) {
    static final Arm NONE = new Arm(0, 0, 0);

    /** Share of the requests that the model itself turned away. */
    public double rejectionRate() {
      return requests == 0 ? Double.NaN : (double) rejected / requests;
    }
  }

  public Totals {
    revisions = Map.copyOf(revisions);
    failures = Map.copyOf(failures);
  }

  /** What a revision answered; nothing if it never did. */
  public Arm of(String suffix) {
    return revisions.getOrDefault(suffix, Arm.NONE);
  }
}
