package dev.regularizer.core.analysis;

import dev.regularizer.core.analysis.Evidence.Figures;
import dev.regularizer.core.analysis.Evidence.Projection;
import dev.regularizer.core.counting.CohortCounts.Cohort;
import dev.regularizer.core.statistics.CohortBounds;
import dev.regularizer.core.statistics.LogSumExp;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * P2 of each cohort against all cohorts of the candidate. Harm is the mean of the cohorts' e-values
 * over {@code maxCohorts} places, frozen; a place that is not taken bets nothing and counts 1.
 * Harmless is what every cohort is that is large enough to be judged by itself.
 */
final class CohortEvidence {

  private CohortEvidence() {}

  static Evidence of(CohortState state, SliKind.CohortError kind, Risk risk) {
    CohortTests tests = CohortTests.of(kind.versusAll());
    Cohort all = state.total();
    SortedMap<String, CohortGroup> groups = state.groups();
    // A place that is not taken bets nothing: ln 1.
    double[] harm = new double[kind.maxCohorts()];
    Optional<String> worst = Optional.empty();
    Cohort blamed = Cohort.NONE;
    double most = Double.NEGATIVE_INFINITY;
    int place = 0;
    for (Map.Entry<String, CohortGroup> one : groups.entrySet()) {
      CohortGroup group = one.getValue();
      double logE = tests.harm().logE(group.harm(), 1);
      harm[place] = logE;
      place++;
      // Of those that can be worse than all at all.
      if (logE > most && tests.harm().compares(group.labels().labeled(), all.labeled())) {
        worst = Optional.of(one.getKey());
        blamed = group.labels();
        most = logE;
      }
    }
    double logHarm = LogSumExp.of(harm) - StrictMath.log(kind.maxCohorts());
    Cohort shown = blamed;
    return new Evidence(
        all.labeled(),
        all.errors(),
        all.labeled(),
        blamed.errors(),
        logHarm,
        logHarm,
        logSafe(groups.values(), all, kind),
        worst,
        () -> figures(shown, all, kind, risk),
        () -> projection(state, kind, risk));
  }

  /**
   * Least evidence of harmlessness among the cohorts that it is asked of; 0 when there are none.
   */
  static double logSafe(CohortState state, SliKind.CohortError kind) {
    return logSafe(state.groups().values(), state.total(), kind);
  }

  private static double logSafe(
      Collection<CohortGroup> groups, Cohort all, SliKind.CohortError kind) {
    CohortTests tests = CohortTests.of(kind.versusAll());
    return groups.stream()
        .filter(group -> CohortProjection.isJudged(group.labels(), all, kind.versusAll()))
        .mapToDouble(group -> tests.safe().logE(group.safe(), 1))
        .min()
        .orElse(0);
  }

  /** The cohort was chosen for its figures, so its bounds hold for all cohorts at once. */
  private static Figures figures(Cohort cohort, Cohort all, SliKind.CohortError kind, Risk risk) {
    if (cohort.labeled() == 0) {
      return Figures.NONE;
    }
    CohortBounds bounds =
        new CohortBounds(cohort.errors(), cohort.labeled(), all.errors(), all.labeled());
    double rate = (double) cohort.errors() / cohort.labeled();
    return new Figures(
        all.errors() == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(rate / ((double) all.errors() / all.labeled())),
        bounds.lower(risk.falseRollback() / kind.maxCohorts()),
        bounds.upper(risk.falsePromotion() / kind.maxCohorts()));
  }

  private static Projection projection(CohortState state, SliKind.CohortError kind, Risk risk) {
    CohortProjection projection = new CohortProjection(state, kind, risk);
    return new Projection(projection.labels(false), () -> projection.labels(true));
  }
}
