package dev.regularizer.core.state;

import dev.regularizer.core.analysis.SliState;
import java.time.Instant;
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
    List<SliState> slis) {
  public Measurements {
    skipped = List.copyOf(skipped);
    slis = List.copyOf(slis);
  }
}
