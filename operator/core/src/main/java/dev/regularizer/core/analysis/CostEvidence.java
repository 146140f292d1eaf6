package dev.regularizer.core.analysis;

import dev.regularizer.core.analysis.Evidence.Figures;
import dev.regularizer.core.analysis.Evidence.Projection;
import dev.regularizer.core.statistics.AsymptoticSequence;
import dev.regularizer.core.statistics.Combination;
import dev.regularizer.core.statistics.ObjectiveTest;
import dev.regularizer.core.statistics.PairedMeans;
import java.util.OptionalLong;

/**
 * The asymptotic sequence on what a cost SLI has gathered. It is no e-value: its evidence is the
 * share of the way to a rejection at the level the SLI has for itself, on the scale of the others,
 * and is never added to theirs.
 */
final class CostEvidence {

  /** The sequence knows no higher levels; a lower one only asks for more. */
  private static final double HIGHEST_LEVEL = 0.25;

  private CostEvidence() {}

  static Evidence of(CostState state, SliPolicy policy, Risk risk) {
    double alpha = policy.failWeight() * risk.falseRollback();
    double objective = policy.versusStable().orElseThrow().objective();
    double harm =
        state.means().above(objective, level(alpha))
            * Combination.threshold(policy.failWeight(), risk.falseRollback());
    long samples = state.predictions();
    return new Evidence(
        samples,
        0,
        samples,
        0,
        harm,
        harm,
        logSafe(state, policy, risk),
        () -> figures(state.means(), alpha, risk),
        () -> projection(state, policy, risk));
  }

  /** Evidence against the limit alone, for latching. */
  static double logSafe(CostState state, SliPolicy policy, Risk risk) {
    double limit = policy.versusStable().orElseThrow().limit();
    return state.means().below(limit, level(risk.falsePromotion()))
        * ObjectiveTest.threshold(risk.falsePromotion());
  }

  /** Whether there are enough windows and predictions for any verdict. */
  static boolean minimumMet(CostState state, SliPolicy policy) {
    return state.predictions() >= policy.minimum()
        && state.means().pairs() >= AsymptoticSequence.FEWEST;
  }

  private static Figures figures(PairedMeans means, double alpha, Risk risk) {
    return new Figures(
        means.ratio(), means.lower(level(alpha)), means.upper(level(risk.falsePromotion())));
  }

  /** In predictions of the candidate, as many per window as there were so far. */
  private static Projection projection(CostState state, SliPolicy policy, Risk risk) {
    return new Projection(
        predictions(state, policy, risk, false), () -> predictions(state, policy, risk, true));
  }

  private static OptionalLong predictions(
      CostState state, SliPolicy policy, Risk risk, boolean atBest) {
    PairedMeans means = state.means();
    OptionalLong pairs =
        means.untilBelow(
            policy.versusStable().orElseThrow().limit(), level(risk.falsePromotion()), atBest);
    return pairs.isEmpty()
        ? pairs
        : OptionalLong.of(
            (long) Math.ceil((double) pairs.getAsLong() * state.predictions() / means.pairs()));
  }

  private static double level(double asked) {
    return Math.min(HIGHEST_LEVEL, asked);
  }
}
