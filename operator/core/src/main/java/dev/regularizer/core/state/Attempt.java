package dev.regularizer.core.state;

import dev.regularizer.core.analysis.SliAnalysis;
import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.history.StableTraffic;
import dev.regularizer.core.spec.TrialPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One trial of one revision: the truth about what was planned, measured and decided.
 *
 * @param number 1-based, per revision
 * @param policy the copy this attempt is judged by
 * @param against name of the stable revision it is compared with; null for a first install
 * @param stableReplicas size of stable when the attempt began; it never shrinks below while the
 *     attempt runs
 * @param restartsAtStart container restarts of the revision's pods before this attempt
 * @param steps steps begun so far, the running one last
 * @param ending null while the attempt runs
 * @param bake set once the revision became stable and while the bake runs
 * @param looks how its windows were read, for a replay
 * @param traffic of stable before the attempt; null until the first step begins
 */
public record Attempt(
    int number,
    AttemptKind kind,
    TrialPolicy policy,
    @Nullable String against,
    int stableReplicas,
    int restartsAtStart,
    Instant startedAt,
    List<StepRecord> steps,
    Measurements measurements,
    @Nullable Ending ending,
    @Nullable Bake bake,
    LookLog looks,
    @Nullable StableTraffic traffic) {
  public Attempt {
    steps = List.copyOf(steps);
  }

  /** The running step; empty before the first weight was decided. */
  public Optional<StepRecord> step() {
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
  }

  /** Number of the running step, 0 before the first. */
  public int stepNumber() {
    return step().map(StepRecord::number).orElse(0);
  }

  public boolean ended() {
    return ending != null;
  }

  /** Whether this attempt made the revision stable. */
  public boolean madeStable() {
    return ending != null
        && switch (ending.outcome()) {
          case INSTALLED, PROMOTED -> true;
          case REVERTED -> kind == AttemptKind.REVERT;
          default -> false;
        };
  }

  /** The verdict per SLI on what was measured so far, in the order of the policy. */
  public List<SliResult> results() {
    var risk = policy.risk();
    var all = new ArrayList<SliResult>();
    for (int i = 0; i < policy.slis().size(); i++) {
      all.add(new SliAnalysis(policy.slis().get(i), risk).result(measurements.slis().get(i)));
    }
    return List.copyOf(all);
  }

  /** Begins another step. */
  public Attempt stepping(StepRecord next) {
    var all = new ArrayList<>(steps);
    all.add(next);
    return withSteps(all);
  }

  /** Replaces the running step. */
  public Attempt withStep(StepRecord step) {
    var all = new ArrayList<>(steps);
    all.set(all.size() - 1, step);
    return withSteps(all);
  }

  private Attempt withSteps(List<StepRecord> all) {
    return new Attempt(
        number,
        kind,
        policy,
        against,
        stableReplicas,
        restartsAtStart,
        startedAt,
        all,
        measurements,
        ending,
        bake,
        looks,
        traffic);
  }

  /** The same attempt with more measured. */
  public Attempt withMeasurements(Measurements measured) {
    return new Attempt(
        number,
        kind,
        policy,
        against,
        stableReplicas,
        restartsAtStart,
        startedAt,
        steps,
        measured,
        ending,
        bake,
        looks,
        traffic);
  }

  /** The attempt, ended. */
  public Attempt withEnding(Ending end) {
    return new Attempt(
        number,
        kind,
        policy,
        against,
        stableReplicas,
        restartsAtStart,
        startedAt,
        steps,
        measurements,
        end,
        bake,
        looks,
        traffic);
  }

  /** The attempt with the state of its bake; null when that is over. */
  public Attempt withBake(@Nullable Bake watch) {
    return new Attempt(
        number,
        kind,
        policy,
        against,
        stableReplicas,
        restartsAtStart,
        startedAt,
        steps,
        measurements,
        ending,
        watch,
        looks,
        traffic);
  }

  /** The attempt after another look. */
  public Attempt withLooks(LookLog log) {
    return new Attempt(
        number,
        kind,
        policy,
        against,
        stableReplicas,
        restartsAtStart,
        startedAt,
        steps,
        measurements,
        ending,
        bake,
        log,
        traffic);
  }

  /** The attempt, judged with what was found out about stable. */
  public Attempt knowing(TrialPolicy measured, @Nullable StableTraffic seen) {
    return new Attempt(
        number,
        kind,
        measured,
        against,
        stableReplicas,
        restartsAtStart,
        startedAt,
        steps,
        measurements,
        ending,
        bake,
        looks,
        seen);
  }
}
