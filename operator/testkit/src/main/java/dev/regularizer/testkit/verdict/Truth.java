package dev.regularizer.testkit.verdict;

import java.util.List;

/**
 * What is simulated.
 *
 * @param name unique in its group
 * @param total requests per window to both revisions together; the candidate gets its weight of
 *     them
 * @param sources what is true of each SLI
 * @param nature whether the candidate deserves to be promoted
 */
public record Truth(String name, Curve total, List<Source> sources, Nature nature) {

  /** What a candidate deserves. */
  public enum Nature {
    /** Within every objective. */
    GOOD,
    /** Between an objective and a limit: both answers are right. */
    BETWEEN,
    /** At or over a limit. */
    BAD
  }

  /** Copies the list. */
  public Truth {
    sources = List.copyOf(sources);
  }

  Moment moment(int window, int weight) {
    long all = Math.round(total.at(window));
    long ours = Math.round(all * weight / 100.0);
    return new Moment(window, weight, ours, all - ours);
  }
}
