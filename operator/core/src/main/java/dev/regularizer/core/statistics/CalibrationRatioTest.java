package dev.regularizer.core.statistics;

/**
 * P3 of the candidate against P3 of stable. Rejects "ECE_candidate &lt;= ratio ECE_stable + floor"
 * (harm) or "&gt;=" (safe).
 *
 * <p>Whatever stable's true ECE e is, under the null one of two tests is valid: that of the
 * candidate at {@code ratio e + floor}, and that of stable at e in the other direction. Half the
 * larger of both is an e-value for every e, and so is the least over all e: one of the two rises
 * with e, the other falls, and it is found where they cross.
 *
 * @param ratio the tolerated ratio, above 0
 * @param floor absolute difference, at least 0
 * @param direction which null is tested
 */
public record CalibrationRatioTest(double ratio, double floor, Direction direction) {

  private static final double LN2 = StrictMath.log(2);

  /** Checks the ranges. */
  public CalibrationRatioTest {
    if (!(ratio > 0 && ratio < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("ratio " + ratio + " is not a positive number");
    }
    if (!(floor >= 0 && floor < 1)) {
      throw new IllegalArgumentException("floor " + floor + " is not in [0, 1)");
    }
  }

  /** Log evidence against the null, from cumulative counts of both revisions. */
  public double logE(CalibrationCounts candidate, CalibrationCounts stable) {
    return logE(new CalibrationBets(candidate), new CalibrationBets(stable));
  }

  /** Log evidence against the null, from the bets on both revisions. */
  public double logE(CalibrationBets ours, CalibrationBets theirs) {
    double e = Crossing.lastFrom(0, 1, at -> falling(at, ours, theirs) - rising(at, ours, theirs));
    // Left of the crossing the rising one is the smaller, so rounding never adds evidence.
    double least = e < 1 ? rising(e, ours, theirs) : falling(e, ours, theirs);
    return least - LN2;
  }

  private double falling(double e, CalibrationBets candidate, CalibrationBets stable) {
    return direction == Direction.HARM ? candidate.logHarm(ratio * e + floor) : stable.logHarm(e);
  }

  private double rising(double e, CalibrationBets candidate, CalibrationBets stable) {
    return direction == Direction.HARM ? stable.logSafe(e) : candidate.logSafe(ratio * e + floor);
  }
}
