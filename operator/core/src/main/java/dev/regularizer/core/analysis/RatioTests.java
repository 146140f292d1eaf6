package dev.regularizer.core.analysis;

import dev.regularizer.core.statistics.Direction;
import dev.regularizer.core.statistics.RatioTest;

/**
 * The tests against stable that an SLI runs: its own relative objective, or for an absolute one the
 * question whether the candidate is worse than stable at all.
 *
 * @param harm rejects "not worse than allowed"
 * @param safe rejects "at or over the limit"
 */
record RatioTests(RatioTest harm, RatioTest safe) {

  private static final RatioTests ATTRIBUTION =
      new RatioTests(new RatioTest(1, 0, Direction.HARM), new RatioTest(1, 0, Direction.SAFE));

  static RatioTests of(SliPolicy policy) {
    return policy
        .versusStable()
        .map(versus ->
            new RatioTests(
                new RatioTest(versus.objective(), versus.floor(), Direction.HARM),
                new RatioTest(versus.limit(), versus.limitFloor(), Direction.SAFE)))
        .orElse(ATTRIBUTION);
  }
}
