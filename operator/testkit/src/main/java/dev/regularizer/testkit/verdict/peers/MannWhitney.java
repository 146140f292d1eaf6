package dev.regularizer.testkit.verdict.peers;

import java.util.Arrays;

/**
 * How far one sample is shifted against another, by the rank sum test's own estimate.
 *
 * @param estimate Hodges and Lehmann's: the median of all differences
 * @param lower lower end of the confidence interval
 * @param upper upper end of it
 */
record MannWhitney(double estimate, double lower, double upper) {

  /**
   * Shift of the experiment against the control.
   *
   * @param z standard normal quantile of the confidence: 2.326 for 98 %, two-sided
   */
  static MannWhitney shift(double[] experiment, double[] control, double z) {
    double[] differences = new double[experiment.length * control.length];
    int i = 0;
    for (double x : experiment) {
      for (double y : control) {
        differences[i++] = x - y;
      }
    }
    Arrays.sort(differences);
    double pairs = differences.length;
    double deviation = StrictMath.sqrt(pairs * (experiment.length + control.length + 1) / 12);
    int rank = Math.max(0, (int) Math.floor(pairs / 2 - z * deviation));
    int middle = differences.length / 2;
    double median =
        differences.length % 2 == 1
            ? differences[middle]
            : (differences[middle - 1] + differences[middle]) / 2;
    return new MannWhitney(median, differences[rank], differences[differences.length - 1 - rank]);
  }
}
