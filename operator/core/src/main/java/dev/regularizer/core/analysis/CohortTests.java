package dev.regularizer.core.analysis;

import dev.regularizer.core.statistics.CohortTest;
import dev.regularizer.core.statistics.Direction;

/**
 * The tests of one cohort against all.
 *
 * @param harm rejects "not worse than allowed"
 * @param safe rejects "at or over the limit"
 */
record CohortTests(CohortTest harm, CohortTest safe) {

  static CohortTests of(VersusAll line) {
    return new CohortTests(
        new CohortTest(line.objective(), line.floor(), Direction.HARM),
        new CohortTest(line.limit(), line.limitFloor(), Direction.SAFE));
  }
}
