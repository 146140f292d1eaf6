package dev.regularizer.core.replay;

import dev.regularizer.core.analysis.RolloutVerdict;
import dev.regularizer.core.analysis.SliResult;
import java.time.Instant;
import java.util.List;

/**
 * What was known after one look of the trial.
 *
 * @param end end of its last window
 * @param step number of the step
 * @param weight percent of traffic of the candidate
 * @param windows how many windows it read
 * @param results per SLI, in the order of the policy
 */
public record ReplayedLook(
    Instant end,
    int step,
    int weight,
    int windows,
    List<SliResult> results,
    RolloutVerdict verdict) {
  public ReplayedLook {
    results = List.copyOf(results);
  }
}
