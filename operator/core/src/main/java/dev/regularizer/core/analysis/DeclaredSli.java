package dev.regularizer.core.analysis;

import java.time.Duration;
import java.util.Optional;

/**
 * An SLI as a user declared it; what is empty takes its default.
 *
 * @param objective absolute objective
 * @param limit absolute limit
 * @param versusStable relative to stable
 */
public record DeclaredSli(
    String name,
    SliKind kind,
    Optional<Gate> gate,
    Optional<Double> objective,
    Optional<Double> limit,
    Optional<Ratio> versusStable,
    Optional<Long> minimum,
    Optional<Duration> labelDelay,
    Optional<StableFailure> whenStableFailsToo) {

  /**
   * Relative objective as declared.
   *
   * @param objective ratio
   * @param limit ratio
   * @param floor absolute difference that never counts
   * @param limitFloor absolute difference that is surely bad
   */
  public record Ratio(
      Optional<Double> objective,
      Optional<Double> limit,
      Optional<Double> floor,
      Optional<Double> limitFloor) {}
}
