package dev.regularizer.core.statistics;

import java.util.Arrays;

/** Exact distributions of small counts. */
final class Enumeration {

  private Enumeration() {}

  /** P(K = k) for the number of successes of independent trials with these probabilities. */
  static double[] successes(double... probabilities) {
    double[] pmf = {1};
    for (double p : probabilities) {
      double[] next = new double[pmf.length + 1];
      for (int k = 0; k < pmf.length; k++) {
        next[k] += pmf[k] * (1 - p);
        next[k + 1] += pmf[k] * p;
      }
      pmf = next;
    }
    return pmf;
  }

  /** The same for n equal probabilities. */
  static double[] binomial(int n, double p) {
    double[] probabilities = new double[n];
    Arrays.fill(probabilities, p);
    return successes(probabilities);
  }
}
