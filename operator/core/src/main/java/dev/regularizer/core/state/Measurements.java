package dev.regularizer.core.state;

import dev.regularizer.core.analysis.SliState;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything measured in one attempt. Cursor and counts change in one write, so each window is
 * counted once.
 *
 * @param cursor end of the last counted window; null until a weight is effective
 * @param observedWindows windows in which Prometheus had stored something, over all steps, paused
 *     ones left out
 * @param skipped for the last observed windows, oldest first, whether the window was invalid; at
 *     most 20
 * @param emptyLooks answered looks in a row without any sample
 * @param failedLooks looks in a row that Prometheus did not answer, counted to 2
 * @param problem why the last look or window did not count; null when it did
 * @param firstEffectiveAt when the candidate first got traffic; label delays count from here
 * @param candidateRequests requests seen by the candidate since its weight last became effective
 * @param stableRequests the same of stable
 * @param futileLooks looks in a row after which some SLI could not be proven before the deadline
 *     any more; counted to 3
 */
public record Measurements(
    @Nullable Instant cursor,
    int observedWindows,
    List<Boolean> skipped,
    int emptyLooks,
    int failedLooks,
    @Nullable String problem,
    @Nullable Instant firstEffectiveAt,
    long candidateRequests,
    long stableRequests,
    List<SliState> slis,
    int futileLooks) {
  private static final int FUTILE = 3;

  public Measurements {
    skipped = List.copyOf(skipped);
    slis = List.copyOf(slis);
  }

  /** Nothing measured yet. */
  public static Measurements start(int slis) {
    return new Measurements(
        null, 0, List.of(), 0, 0, null, null, 0, 0, Collections.nCopies(slis, SliState.START), 0);
  }

  /**
   * A weight is in force: windows count from `from` on, and request counts of the split start anew.
   */
  public Measurements from(Instant from, Instant effectiveAt) {
    return new Measurements(
        from,
        observedWindows,
        skipped,
        emptyLooks,
        failedLooks,
        problem,
        firstEffectiveAt == null ? effectiveAt : firstEffectiveAt,
        0,
        0,
        slis,
        0);
  }

  /** Prometheus did not answer a look. */
  public Measurements failed(String why) {
    return new Measurements(
        cursor,
        observedWindows,
        skipped,
        emptyLooks,
        Math.min(2, failedLooks + 1),
        why,
        firstEffectiveAt,
        candidateRequests,
        stableRequests,
        slis,
        futileLooks);
  }

  /** The same after a look that showed whether a verdict can still be reached. */
  public Measurements looked(boolean futile) {
    return withFutileLooks(futile ? Math.min(FUTILE, futileLooks + 1) : 0);
  }

  /** The same with another count of such looks. */
  public Measurements withFutileLooks(int looks) {
    return new Measurements(
        cursor,
        observedWindows,
        skipped,
        emptyLooks,
        failedLooks,
        problem,
        firstEffectiveAt,
        candidateRequests,
        stableRequests,
        slis,
        looks);
  }

  /** Whether some SLI cannot be proven before the deadline, by looks in a row. */
  public boolean futile() {
    return futileLooks >= FUTILE;
  }
}
