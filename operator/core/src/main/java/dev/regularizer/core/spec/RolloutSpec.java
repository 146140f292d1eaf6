package dev.regularizer.core.spec;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a rollout plan that may be edited while a trial runs.
 *
 * @param steps strictly rising weights
 * @param deadline observed time after which a trial is inconclusive
 * @param bake observed time the old stable stays warm after a promotion; zero allowed
 * @param drain time between weight 0 and scaling down
 * @param restartsLimit container restarts of a candidate tolerated in one attempt
 * @param rollbackWindow how many former stables may return without a trial
 * @param badEventsLimit bad events of one SLI of requests tolerated in one attempt; empty: any
 * @param approvals what is asked of people; an edit counts at once
 */
public record RolloutSpec(
    List<Step> steps,
    Duration deadline,
    Duration bake,
    Duration drain,
    OnInconclusive onInconclusive,
    int restartsLimit,
    int rollbackWindow,
    Optional<Long> badEventsLimit,
    Set<Approval> approvals) {
  public RolloutSpec {
    steps = List.copyOf(steps);
    approvals = Set.copyOf(approvals);
  }

  /** A plan that asks nobody. */
  public RolloutSpec(
      List<Step> steps,
      Duration deadline,
      Duration bake,
      Duration drain,
      OnInconclusive onInconclusive,
      int restartsLimit,
      int rollbackWindow,
      Optional<Long> badEventsLimit) {
    this(
        steps,
        deadline,
        bake,
        drain,
        onInconclusive,
        restartsLimit,
        rollbackWindow,
        badEventsLimit,
        Set.of());
  }

  /** The same plan, asking for these approvals. */
  public RolloutSpec approvedBy(Set<Approval> asked) {
    return new RolloutSpec(
        steps,
        deadline,
        bake,
        drain,
        onInconclusive,
        restartsLimit,
        rollbackWindow,
        badEventsLimit,
        asked);
  }
}
