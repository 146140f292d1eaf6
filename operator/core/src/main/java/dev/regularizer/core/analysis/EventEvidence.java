package dev.regularizer.core.analysis;

import dev.regularizer.core.analysis.EventState.Pair;
import dev.regularizer.core.analysis.Evidence.Figures;
import dev.regularizer.core.analysis.Evidence.Projection;
import dev.regularizer.core.analysis.WindowCounts.Events;
import dev.regularizer.core.statistics.AttributedEvidence;
import dev.regularizer.core.statistics.ObjectiveTest;
import dev.regularizer.core.statistics.ProjectedSamples;
import dev.regularizer.core.statistics.RatioTest;
import java.util.OptionalDouble;

/** P1 and P2 on what an SLI of bad events has gathered. */
final class EventEvidence {

  private EventEvidence() {}

  static Evidence of(EventState state, SliPolicy policy, Risk risk) {
    return policy.absolute().isPresent()
        ? absolute(state, policy, policy.absolute().get(), risk)
        : relative(state, policy, risk);
  }

  /** Log evidence against the limit alone, for latching. */
  static double logSafe(EventState state, SliPolicy policy) {
    return policy
        .absolute()
        .map(absolute ->
            ObjectiveTest.logSafe(
                state.judged().possibly(), state.judged().trials(), absolute.limit(), policy.phi()))
        .orElseGet(
            () -> RatioTests.of(policy).safe().orElseThrow().logE(state.safe(), policy.phi()));
  }

  private static Evidence absolute(
      EventState state, SliPolicy policy, Absolute absolute, Risk risk) {
    Events judged = state.judged();
    Events all = state.candidate();
    double alone =
        ObjectiveTest.logHarm(judged.surely(), judged.trials(), absolute.objective(), policy.phi());
    double attributed =
        RatioTests.of(policy)
            .harm()
            .map(test -> test.logE(state.harm(), policy.phi()))
            .map(ratio -> new AttributedEvidence(alone, ratio).logE())
            .orElse(alone);
    double logSafe = logSafe(state, policy);
    return new Evidence(
        all.trials(),
        all.surely(),
        judged.trials(),
        judged.surely(),
        attributed,
        alone,
        logSafe,
        () -> shown(policy.kind(), figures(all, policy.phi(), risk)),
        () -> projection(judged, absolute, logSafe, policy, risk));
  }

  private static Projection projection(
      Events judged, Absolute absolute, double logSafe, SliPolicy policy, Risk risk) {
    double beta = risk.falsePromotion();
    double expected = ProjectedSamples.rate(judged.possibly(), judged.trials());
    return new Projection(
        ProjectedSamples.toPass(expected, absolute.limit(), 1, logSafe, beta, policy.phi()),
        () ->
            ProjectedSamples.toPass(
                ObjectiveTest.lowerBound(
                    judged.surely(), judged.trials(), risk.falseRollback(), policy.phi()),
                absolute.limit(),
                1,
                logSafe,
                beta,
                policy.phi()));
  }

  /** People know the spending of an error budget as a burn rate. */
  private static Figures shown(SliKind kind, Figures shares) {
    return kind instanceof SliKind.ErrorBudgetBurn burn ? shares.map(burn::rate) : shares;
  }

  private static Figures figures(Events all, double phi, Risk risk) {
    return new Figures(
        all.trials() == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of((all.surely() + all.possibly()) / 2.0 / all.trials()),
        OptionalDouble.of(
            ObjectiveTest.lowerBound(all.surely(), all.trials(), risk.falseRollback(), phi)),
        OptionalDouble.of(
            ObjectiveTest.upperBound(all.possibly(), all.trials(), risk.falsePromotion(), phi)));
  }

  private static Evidence relative(EventState state, SliPolicy policy, Risk risk) {
    Events all = state.candidate();
    RatioTest harmTest = RatioTests.of(policy).harm().orElseThrow();
    RatioTest safeTest = RatioTests.of(policy).safe().orElseThrow();
    double harm = harmTest.logE(state.harm(), policy.phi());
    double safe = safeTest.logE(state.safe(), policy.phi());
    return new Evidence(
        all.trials(),
        all.surely(),
        all.trials(),
        all.surely(),
        harm,
        harm,
        safe,
        () -> StratifiedRatio.figures(state.strata(), policy.phi(), risk),
        () -> projection(state, safeTest, safe, policy, risk));
  }

  private static Projection projection(
      EventState state, RatioTest test, double safe, SliPolicy policy, Risk risk) {
    Pair totals =
        state.strata().stream().map(EventState.Stratum::totals).reduce(Pair.NONE, Pair::plus);
    Events ours = totals.candidate();
    Events theirs = totals.stable();
    long both = ours.trials() + theirs.trials();
    double stableRate = ProjectedSamples.rate(theirs.surely(), theirs.trials());
    double limit = Math.min(1, test.ratio() * stableRate + test.floor());
    double share = both == 0 ? 0.5 : (double) theirs.trials() / both;
    double expected = ProjectedSamples.rate(ours.possibly(), ours.trials());
    double beta = risk.falsePromotion();
    return new Projection(
        ProjectedSamples.toPass(expected, limit, share, safe, beta, policy.phi()),
        () ->
            ProjectedSamples.toPass(
                best(state, stableRate, policy, risk), limit, share, safe, beta, policy.phi()));
  }

  /** The lowest rate that is not rejected, had stable the one that was seen. */
  private static double best(EventState state, double stableRate, SliPolicy policy, Risk risk) {
    Figures figures = StratifiedRatio.figures(state.strata(), policy.phi(), risk);
    return Math.max(0, figures.lower().orElse(0)) * stableRate;
  }
}
