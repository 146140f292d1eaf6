package dev.regularizer.core.analysis;

import dev.regularizer.core.analysis.Evidence.Figures;
import dev.regularizer.core.analysis.Evidence.Projection;
import dev.regularizer.core.statistics.CalibrationBets;
import dev.regularizer.core.statistics.CalibrationCounts;
import dev.regularizer.core.statistics.CalibrationEstimate;
import dev.regularizer.core.statistics.CalibrationRatioTest;
import dev.regularizer.core.statistics.CalibrationTest;
import dev.regularizer.core.statistics.Direction;
import dev.regularizer.core.statistics.ProjectedSamples;
import java.util.OptionalDouble;

/** P3 on what a calibration SLI has gathered. */
final class CalibrationEvidence {

  /** Objective that decides about showing an estimate where there is no absolute one. */
  private static final double USUAL_OBJECTIVE = 0.05;

  private static final CalibrationRatioTest WORSE_THAN_STABLE =
      new CalibrationRatioTest(RatioTests.ATTRIBUTION_RATIO, 0, Direction.HARM);

  private CalibrationEvidence() {}

  static Evidence of(CalibrationState state, SliPolicy policy, Risk risk) {
    CalibrationCounts ours = state.candidate().mergedPairs();
    CalibrationBets bets = new CalibrationBets(ours);
    CalibrationBets stable = new CalibrationBets(state.stable().mergedPairs());
    double alone =
        policy
            .absolute()
            .map(absolute -> bets.logHarm(absolute.objective()))
            .orElseGet(() -> harm(policy).logE(bets, stable));
    double attributed =
        policy.attributed() ? Math.min(alone, WORSE_THAN_STABLE.logE(bets, stable)) : alone;
    return new Evidence(
        ours.total(),
        ours.wrong(),
        ours.total(),
        ours.wrong(),
        attributed,
        alone,
        policy
            .absolute()
            .map(absolute -> bets.logSafe(absolute.limit()))
            .orElseGet(() -> safe(policy).logE(bets, stable)),
        () -> figures(ours, bets, policy, risk),
        () -> projection(ours, bets, policy, risk));
  }

  /** Log evidence against the limit alone, for latching. */
  static double logSafe(CalibrationState state, SliPolicy policy) {
    CalibrationCounts ours = state.candidate().mergedPairs();
    return policy
        .absolute()
        .map(absolute -> CalibrationTest.logSafe(ours, absolute.limit()))
        .orElseGet(() -> safe(policy).logE(ours, state.stable().mergedPairs()));
  }

  private static CalibrationRatioTest harm(SliPolicy policy) {
    VersusStable versus = policy.versusStable().orElseThrow();
    return new CalibrationRatioTest(versus.objective(), versus.floor(), Direction.HARM);
  }

  private static CalibrationRatioTest safe(SliPolicy policy) {
    VersusStable versus = policy.versusStable().orElseThrow();
    return new CalibrationRatioTest(versus.limit(), versus.limitFloor(), Direction.SAFE);
  }

  private static Figures figures(
      CalibrationCounts ours, CalibrationBets bets, SliPolicy policy, Risk risk) {
    double objective = policy.absolute().map(Absolute::objective).orElse(USUAL_OBJECTIVE);
    return new Figures(
        CalibrationEstimate.tooSmall(ours, objective)
            ? OptionalDouble.empty()
            : OptionalDouble.of(Math.max(0, CalibrationEstimate.debiased(ours))),
        OptionalDouble.of(bets.lowerBound(risk.falseRollback())),
        OptionalDouble.of(bets.upperBound(risk.falsePromotion())));
  }

  private static Projection projection(
      CalibrationCounts ours, CalibrationBets bets, SliPolicy policy, Risk risk) {
    if (policy.absolute().isEmpty()) {
      return Projection.NONE;
    }
    double limit = policy.absolute().get().limit();
    return new Projection(
        ProjectedSamples.toPass(bets, ours.total(), limit, risk.falsePromotion()),
        () -> ProjectedSamples.toPassAtBest(ours, limit, risk.falsePromotion()));
  }
}
