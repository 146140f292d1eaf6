package dev.regularizer.testkit.verdict;

import dev.regularizer.core.analysis.SliWindow;
import dev.regularizer.core.analysis.WindowCounts.Cohorts;
import dev.regularizer.core.counting.CohortCounts;
import dev.regularizer.core.counting.CohortCounts.Cohort;
import java.util.TreeMap;

/**
 * Labelled predictions of ten equal cohorts, some of which are worse than all together.
 *
 * @param all probability of a wrong answer over all cohorts, per window
 * @param worse so many cohorts are worse, less than all
 * @param ratio how many times as often as all together
 * @param plus and so much besides
 */
public record CohortSource(Curve all, int worse, double ratio, double plus) implements Source {

  private static final int COHORTS = 10;

  @Override
  public SliWindow draw(Sampler sampler, Moment moment) {
    double mean = all.at(moment.window());
    double bad = ratio * mean + plus;
    double others = (COHORTS * mean - worse * bad) / (COHORTS - worse);
    TreeMap<String, Cohort> cohorts = new TreeMap<>();
    long left = moment.candidate();
    for (int i = 0; i < COHORTS; i++) {
      long labeled = sampler.binomial(left, 1.0 / (COHORTS - i));
      left -= labeled;
      if (labeled > 0) {
        long errors = sampler.binomial(labeled, i < worse ? bad : others);
        cohorts.put("cohort" + i, new Cohort(labeled, errors));
      }
    }
    return moment.counted(new Cohorts(new CohortCounts(cohorts)), Cohorts.NONE);
  }
}
