package dev.regularizer.core.analysis;

import java.time.Duration;
import java.util.Optional;

/**
 * An SLI as a user declared it; what is empty takes its default.
 *
 * @param objective absolute objective; of an error budget as a burn rate
 * @param limit absolute limit, likewise
 * @param versusStable relative to stable
 * @param holdAbove percent of traffic that is not exceeded before the gate is met
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
    Optional<StableFailure> whenStableFailsToo,
    Optional<Integer> holdAbove) {

  /** An SLI that holds no weight back. */
  public DeclaredSli(
      String name,
      SliKind kind,
      Optional<Gate> gate,
      Optional<Double> objective,
      Optional<Double> limit,
      Optional<Ratio> versusStable,
      Optional<Long> minimum,
      Optional<Duration> labelDelay,
      Optional<StableFailure> whenStableFailsToo) {
    this(
        name,
        kind,
        gate,
        objective,
        limit,
        versusStable,
        minimum,
        labelDelay,
        whenStableFailsToo,
        Optional.empty());
  }

  /** The same SLI, keeping the weight at or below a percentage until its gate is met. */
  public DeclaredSli holdingAbove(Optional<Integer> percent) {
    return new DeclaredSli(
        name,
        kind,
        gate,
        objective,
        limit,
        versusStable,
        minimum,
        labelDelay,
        whenStableFailsToo,
        percent);
  }

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
