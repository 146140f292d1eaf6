package dev.regularizer.core.statistics;

/**
 * One-sided confidence sequence for a running mean of values of any size, after Waudby-Smith et
 * al.: {@code mean -+ sd sqrt(2 (J rho^2 + 1)/(J^2 rho^2) ln(1 + sqrt(J rho^2 + 1)/(2 alpha)))}. It
 * holds at every look, but only for many values; unlike the bets it is no e-value and must not be
 * averaged with them.
 */
public final class AsymptoticSequence {

  /** Below this number of values it says nothing. */
  public static final int FEWEST = 30;

  /** Number of values for which the sequence is the tightest. */
  private static final double TIGHTEST_AT = 50;

  private AsymptoticSequence() {}

  /**
   * Half-width for a standard deviation of 1.
   *
   * @param values number of values J, at least {@link #FEWEST}
   * @param alpha probability that the mean is ever beyond the bound, in (0, 1/2)
   */
  public static double halfWidth(long values, double alpha) {
    if (values < FEWEST) {
      throw new IllegalArgumentException(
          values + " values; an asymptotic bound needs at least " + FEWEST);
    }
    double information = values * tightness(alpha) + 1;
    return StrictMath.sqrt(
        2
            * information
            / (values * (information - 1))
            * StrictMath.log1p(StrictMath.sqrt(information) / (2 * alpha)));
  }

  /** {@code rho^2 = (-2 ln(2 alpha) + ln(1 - 2 ln(2 alpha))) / 50}. */
  static double tightness(double alpha) {
    if (!(alpha > 0 && alpha < .5)) {
      throw new IllegalArgumentException("level " + alpha + " is not in (0, 0.5)");
    }
    double surprise = -2 * StrictMath.log(2 * alpha);
    return (surprise + StrictMath.log1p(surprise)) / TIGHTEST_AT;
  }
}
