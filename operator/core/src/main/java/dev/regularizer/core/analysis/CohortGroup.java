package dev.regularizer.core.analysis;

import dev.regularizer.core.counting.CohortCounts.Cohort;
import dev.regularizer.core.statistics.CohortTest;
import dev.regularizer.core.statistics.RatioEvidence;

/**
 * A cohort, or several that are judged together.
 *
 * @param labels its labelled predictions, judged by themselves or together with others
 * @param harm evidence that it is worse than all
 * @param safe evidence that it is not
 */
record CohortGroup(Cohort labels, RatioEvidence harm, RatioEvidence safe) {

  static final CohortGroup START =
      new CohortGroup(Cohort.NONE, RatioEvidence.NONE, RatioEvidence.NONE);

  /** Adds labels without judging them. */
  CohortGroup plus(Cohort more) {
    return new CohortGroup(labels.plus(more), harm, safe);
  }

  /** Adds the evidence of a window; labels are added apart. */
  CohortGroup judged(Cohort ours, Cohort all, CohortTest harmTest, CohortTest safeTest) {
    return new CohortGroup(
        labels,
        harmTest.add(harm, ours.errors(), ours.labeled(), all.errors(), all.labeled()),
        safeTest.add(safe, ours.errors(), ours.labeled(), all.errors(), all.labeled()));
  }
}
