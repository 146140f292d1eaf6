package dev.regularizer.testkit.verdict.peers;

import dev.regularizer.core.analysis.SliWindow;
import java.util.List;

/**
 * A query with thresholds, as users write them.
 *
 * @param sli number of the SLI it looks at
 * @param good up to this value it succeeds
 * @param bad above this value it fails; between both it is inconclusive where a peer knows that
 */
public record Check(int sli, Measure measure, double good, double bad) {

  /** One threshold: what is not good is bad. */
  public Check(int sli, Measure measure, double threshold) {
    this(sli, measure, threshold, threshold);
  }

  boolean succeeds(Trail trail) {
    return value(trail) <= good;
  }

  boolean fails(Trail trail) {
    return value(trail) > bad;
  }

  private double value(Trail trail) {
    List<SliWindow> range = trail.of(sli);
    return measure.value(range);
  }
}
