package dev.regularizer.core.rollout;

import dev.regularizer.core.analysis.BakeAnalysis;
import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.analysis.Verdict;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Bake;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Harm while baking. An e-detector raises the alarm at J/(w alpha), J the windows of the bake: then
 * the probability of a false return is at most alpha. Calibration and cohorts are judged by all
 * labels since the trial began, an expression by its rows of windows as before.
 */
final class BakeVerdict {
  private BakeVerdict() {}

  /**
   * An SLI that is proven worse than its objective.
   *
   * @param sli its name
   * @param message for people
   */
  record Harm(String sli, String message) {}

  /** The first harmed SLI in the order of the policy. */
  static Optional<Harm> harm(Attempt attempt, Bake bake) {
    var results = attempt.results();
    return IntStream.range(0, results.size())
        .mapToObj(i -> harm(attempt, bake, attempt.policy().slis().get(i), results.get(i)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Harm> harm(
      Attempt attempt, Bake bake, SliPolicy policy, SliResult result) {
    if (policy.goesOnWhileBaking()) {
      return policy.gate() != Gate.Advisory && result.verdict() == Verdict.Fail
          ? Optional.of(
              new Harm(policy.name(), Texts.failed(policy, result, false) + ", while baking"))
          : Optional.empty();
    }
    if (!BakeAnalysis.watches(policy)) {
      return Optional.empty();
    }
    var watch = new BakeAnalysis(policy, attempt.policy().risk(), bake.plannedWindows());
    return bake.detectors().stream()
        .filter(one -> one.sli().equals(policy.name()) && watch.alarm(one.detector()))
        .map(one -> new Harm(policy.name(), Texts.alarm(policy)))
        .findFirst();
  }
}
