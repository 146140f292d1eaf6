package dev.regularizer.core.analysis;

import dev.regularizer.core.analysis.Evidence.Figures;
import dev.regularizer.core.analysis.Evidence.Projection;
import dev.regularizer.core.counting.CohortCounts.Cohort;
import dev.regularizer.core.statistics.CohortBounds;
import dev.regularizer.core.statistics.LogSumExp;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * P2 of each cohort against all cohorts of the candidate. Harm is the mean of the cohorts' e-values
 * over {@code maxCohorts} places, frozen; a place that is not taken bets nothing and counts 1.
 * Harmless is what every cohort is that is large enough to be judged by itself.
 */
final class CohortEvidence {

  private CohortEvidence() {}

  static Evidence of(CohortState state, SliKind.CohortError kind, Risk risk) {
    Cohort all = state.total();
    Optional<Map.Entry<String, CohortGroup>> worst = worst(state, kind);
    Cohort blamed = worst.map(one -> one.getValue().labels()).orElse(Cohort.NONE);
    double harm = logHarm(state, kind);
    double safe = logSafe(state, kind);
    return new Evidence(
        all.labeled(),
        all.errors(),
        all.labeled(),
        blamed.errors(),
        harm,
        harm,
        safe,
        worst.map(Map.Entry::getKey),
        () -> figures(blamed, all, kind, risk),
        () -> projection(state, kind, risk));
  }

  /** {@code ln((sum of the groups' e-values + places left) / places)}. */
  private static double logHarm(CohortState state, SliKind.CohortError kind) {
    CohortTests tests = CohortTests.of(kind.versusAll());
    double[] terms =
        state.groups().values().stream()
            .mapToDouble(group -> tests.harm().logE(group.harm(), 1))
            .toArray();
    double[] all = new double[kind.maxCohorts()];
    System.arraycopy(terms, 0, all, 0, terms.length);
    return LogSumExp.of(all) - StrictMath.log(kind.maxCohorts());
  }

  /**
   * Least evidence of harmlessness among the cohorts that it is asked of; 0 when there are none.
   */
  static double logSafe(CohortState state, SliKind.CohortError kind) {
    CohortTests tests = CohortTests.of(kind.versusAll());
    Cohort all = state.total();
    return state.groups().values().stream()
        .filter(group -> CohortProjection.isJudged(group.labels(), all, kind.versusAll()))
        .mapToDouble(group -> tests.safe().logE(group.safe(), 1))
        .min()
        .orElse(0);
  }

  /** The cohort with most evidence of harm, of those that can be worse than all at all. */
  private static Optional<Map.Entry<String, CohortGroup>> worst(
      CohortState state, SliKind.CohortError kind) {
    CohortTests tests = CohortTests.of(kind.versusAll());
    Cohort all = state.total();
    Optional<Map.Entry<String, CohortGroup>> worst = Optional.empty();
    double most = Double.NEGATIVE_INFINITY;
    for (Map.Entry<String, CohortGroup> one : state.groups().entrySet()) {
      double logE = tests.harm().logE(one.getValue().harm(), 1);
      if (tests.harm().compares(one.getValue().labels().labeled(), all.labeled()) && logE > most) {
        worst = Optional.of(one);
        most = logE;
      }
    }
    return worst;
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
    return new Projection(projection.labels(false), projection.labels(true));
  }
}
