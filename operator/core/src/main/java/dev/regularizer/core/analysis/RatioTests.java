package dev.regularizer.core.analysis;

import dev.regularizer.core.statistics.Direction;
import dev.regularizer.core.statistics.RatioTest;
import java.util.Optional;

/**
 * The tests against stable that an SLI runs: its own relative objective, or for an absolute one
 * with attribution the question whether the candidate is worse than stable at all.
 *
 * @param harm rejects "not worse than allowed"
 * @param safe rejects "at or over the limit"
 */
record RatioTests(Optional<RatioTest> harm, Optional<RatioTest> safe) {

  /** Up to this ratio to stable a candidate over its objective shares a common cause. */
  static final double ATTRIBUTION_RATIO = 1.1;

  static RatioTests of(SliPolicy policy) {
    return policy
        .versusStable()
        .map(versus ->
            new RatioTests(
                Optional.of(new RatioTest(versus.objective(), versus.floor(), Direction.HARM)),
                Optional.of(new RatioTest(versus.limit(), versus.limitFloor(), Direction.SAFE))))
        .orElseGet(() ->
            new RatioTests(
                policy.attributed()
                    ? Optional.of(new RatioTest(ATTRIBUTION_RATIO, 0, Direction.HARM))
                    : Optional.empty(),
                Optional.empty()));
  }
}
