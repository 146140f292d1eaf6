package dev.regularizer.core.rollout;

import dev.regularizer.core.analysis.BakeAnalysis;
import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.analysis.Verdict;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Bake;
import java.util.Optional;

/**
 * Harm while baking. An e-detector raises the alarm at J/(w alpha), J the windows of the bake: then
 * the probability of a false return is at most alpha. Calibration is judged by all labels since the
 * trial began.
 */
final class BakeVerdict {
  private BakeVerdict() {}

  /** The first SLI, in the order of the policy, that is proven worse than its objective. */
  static Optional<SliResult> harm(Attempt attempt, Bake bake) {
    var results = attempt.results();
    for (int i = 0; i < results.size(); i++) {
      if (harmful(attempt, bake, attempt.policy().slis().get(i), results.get(i))) {
        return Optional.of(results.get(i));
      }
    }
    return Optional.empty();
  }

  private static boolean harmful(Attempt attempt, Bake bake, SliPolicy policy, SliResult result) {
    if (policy.kind() instanceof SliKind.CalibrationError) {
      return policy.gate() != Gate.Advisory && result.verdict() == Verdict.Fail;
    }
    var watch = new BakeAnalysis(policy, attempt.policy().risk(), bake.plannedWindows());
    return BakeAnalysis.watches(policy)
        && bake.detectors().stream()
            .anyMatch(one -> one.sli().equals(policy.name()) && watch.alarm(one.detector()));
  }
}
