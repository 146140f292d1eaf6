package dev.regularizer.testkit.verdict;

import java.util.List;

/**
 * What the runs of a cell came to, as whole numbers, so that no order of adding changes them.
 *
 * @param runs all
 * @param rollbacks those that ended so
 * @param promotions those that ended so
 */
public record Outcome(long runs, Ended rollbacks, Ended promotions) {

  /**
   * Runs that ended in one way.
   *
   * @param count how many
   * @param windows looks until then, added up
   * @param windowsSquared their squares, added up
   * @param requests of the candidate until then, added up
   * @param samples of the first SLI until then, added up
   * @param samplesSquared their squares, added up
   */
  public record Ended(
      long count,
      long windows,
      long windowsSquared,
      long requests,
      long samples,
      long samplesSquared) {

    /** Mean windows; NaN when no run ended so. */
    public double meanWindows() {
      return (double) windows / count;
    }

    /** Half the width of the 95 % interval of {@link #meanWindows}. */
    public double meanWindowsError() {
      return error(meanWindows(), windowsSquared);
    }

    /** Mean samples; NaN when no run ended so. */
    public double meanSamples() {
      return (double) samples / count;
    }

    /** Half the width of the 95 % interval of {@link #meanSamples}. */
    public double meanSamplesError() {
      return error(meanSamples(), samplesSquared);
    }

    private double error(double mean, long squared) {
      double variance = Math.max(0, (double) squared / count - mean * mean);
      return 1.96 * StrictMath.sqrt(variance / count);
    }
  }

  /** Adds up runs. */
  public static Outcome of(List<Run> runs) {
    return new Outcome(runs.size(), ended(runs, Decision.ROLLBACK), ended(runs, Decision.PROMOTE));
  }

  /** Runs without a verdict. */
  public long inconclusive() {
    return runs - rollbacks.count() - promotions.count();
  }

  private static Ended ended(List<Run> runs, Decision decision) {
    long count = 0;
    long windows = 0;
    long windowsSquared = 0;
    long requests = 0;
    long samples = 0;
    long squared = 0;
    for (Run run : runs) {
      if (run.decision() == decision) {
        count++;
        windows += run.windows();
        windowsSquared += run.windows() * run.windows();
        requests += run.requests();
        samples += run.samples();
        squared += run.samples() * run.samples();
      }
    }
    return new Ended(count, windows, windowsSquared, requests, samples, squared);
  }
}
