package dev.regularizer.core.replay;

import dev.regularizer.core.state.Attempt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replay found.
 *
 * @param recomputed the attempt as the samples give it; what samples cannot tell is as stored
 * @param looks every look of the trial, in order
 * @param reproduced decisions that came out as they were recorded
 * @param contradictions decisions the samples contradict
 * @param beyondReach what was decided or known by other means than samples
 * @param firstSample time of the first sample; null without samples
 * @param covered whether the samples reach back to where counting began
 */
public record ReplayReport(
    Attempt recomputed,
    List<ReplayedLook> looks,
    List<String> reproduced,
    List<String> contradictions,
    List<String> beyondReach,
    @Nullable Instant firstSample,
    boolean covered) {
  public ReplayReport {
    looks = List.copyOf(looks);
    reproduced = List.copyOf(reproduced);
    contradictions = List.copyOf(contradictions);
    beyondReach = List.copyOf(beyondReach);
  }

  /** Whether everything the samples can tell is as it was recorded. */
  public boolean same(Attempt stored) {
    return contradictions.isEmpty() && recomputed.equals(stored);
  }
}
