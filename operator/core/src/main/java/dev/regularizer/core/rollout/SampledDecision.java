package dev.regularizer.core.rollout;

import dev.regularizer.core.analysis.RolloutVerdict;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Bake;
import dev.regularizer.core.state.Outcome;
import dev.regularizer.core.state.StepRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What samples alone decide, shared by passes and replays.
 *
 * @param outcome how the attempt ends by it
 * @param message for people
 * @param sli the SLI that decided; null when all did
 */
public record SampledDecision(
    Outcome outcome, Reason reason, String message, @Nullable String sli) {

  /** Harm that is proven; empty while it is not. */
  public static Optional<SampledDecision> rollback(Attempt attempt) {
    var results = attempt.results();
    var policy = attempt.policy();
    return rollback(
        policy.slis(), results, RolloutVerdict.of(policy.slis(), results, policy.risk()));
  }

  static Optional<SampledDecision> rollback(
      List<SliPolicy> slis, List<SliResult> results, RolloutVerdict verdict) {
    if (!verdict.rollback()) {
      return Optional.empty();
    }
    var name = verdict.failing().orElse(null);
    var message =
        IntStream.range(0, results.size())
            .filter(i -> results.get(i).name().equals(name))
            .mapToObj(i -> Texts.failed(slis.get(i), results.get(i), verdict.combined()))
            .findFirst()
            .orElse("combined evidence of all SLIs");
    return Optional.of(
        new SampledDecision(
            Outcome.ROLLED_BACK,
            verdict.combined() ? Reason.CombinedEvidence : Reason.SliFailed,
            message,
            name));
  }

  /**
   * All gates met, with a valid window at the last weight and traffic split by it; that it is the
   * last weight the plan says.
   */
  public static Optional<SampledDecision> promotion(Attempt attempt) {
    var results = attempt.results();
    var policy = attempt.policy();
    var verdict = RolloutVerdict.of(policy.slis(), results, policy.risk());
    return provenGood(attempt, verdict)
        ? Optional.of(
            new SampledDecision(Outcome.PROMOTED, Reason.Promoted, Texts.proven(results), null))
        : Optional.empty();
  }

  static boolean provenGood(Attempt attempt, RolloutVerdict verdict) {
    return verdict.gatesMet()
        && attempt.step().map(StepRecord::validWindows).orElse(0) > 0
        && Holds.notSplit(attempt).isEmpty();
  }

  /** Harm that is proven while the revision bakes. */
  public static Optional<SampledDecision> bakeReturn(Attempt attempt, Bake bake) {
    return BakeVerdict.harm(attempt, bake)
        .map(harm ->
            new SampledDecision(Outcome.ROLLED_BACK, Reason.SliFailed, harm.message(), harm.sli()));
  }
}
