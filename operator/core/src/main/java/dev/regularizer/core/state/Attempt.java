package dev.regularizer.core.state;

import dev.regularizer.core.analysis.SliResult;
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
 * @param results verdict per SLI at the last look
 * @param ending null while the attempt runs
 * @param bake set once the revision became stable and while the bake runs
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
    List<SliResult> results,
    @Nullable Ending ending,
    @Nullable Bake bake) {
  public Attempt {
    steps = List.copyOf(steps);
    results = List.copyOf(results);
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
        results,
        ending,
        bake);
  }

  public Attempt withMeasurements(Measurements measured, List<SliResult> judged) {
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
        judged,
        ending,
        bake);
  }

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
        results,
        end,
        bake);
  }

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
        results,
        ending,
        watch);
  }
}
