package dev.regularizer.core.analysis;

import dev.regularizer.core.counting.CohortCounts;
import dev.regularizer.core.counting.CohortCounts.Cohort;
import dev.regularizer.core.statistics.CohortBounds;
import dev.regularizer.core.statistics.ProjectedSamples;
import java.util.OptionalLong;

/**
 * Further labels of the candidate until every cohort is proven harmless, if each goes on with its
 * share of them.
 */
public final class CohortProjection {

  private final CohortState state;
  private final SliKind.CohortError kind;
  private final Risk risk;

  CohortProjection(CohortState state, SliKind.CohortError kind, Risk risk) {
    this.state = state;
    this.kind = kind;
    this.risk = risk;
  }

  /**
   * Labels in all that a candidate needs whose cohorts are as these; empty if it never passes.
   *
   * @param counts labels of the cohorts, wrong ones among them
   */
  public static OptionalLong inAll(
      SliKind.CohortError kind, CohortCounts counts, double falsePromotion) {
    return new CohortProjection(
            CohortState.unjudged(counts, kind), kind, new Risk(falsePromotion, falsePromotion))
        .labels(false);
  }

  /**
   * Whether a Pass is asked of a cohort: it is large enough, and not so large that it cannot be
   * that much worse than all of which it is most.
   */
  static boolean isJudged(Cohort cohort, Cohort all, VersusAll line) {
    return cohort.labeled() >= CohortState.OWN && line.limit() * cohort.labeled() < all.labeled();
  }

  /**
   * Labels of all cohorts; empty if never.
   *
   * @param atBest if each cohort is the best that its labels allow
   */
  OptionalLong labels(boolean atBest) {
    CohortTests tests = CohortTests.of(kind.versusAll());
    Cohort all = state.total();
    long most = 0;
    boolean judged = false;
    for (CohortGroup group : state.groups().values()) {
      if (!isJudged(group.labels(), all, kind.versusAll())) {
        continue;
      }
      judged = true;
      OptionalLong more = toPass(group.labels(), all, atBest, tests.safe().logE(group.safe(), 1));
      if (more.isEmpty()) {
        return more;
      }
      most = Math.max(most, more.getAsLong());
    }
    return judged ? OptionalLong.of(most) : OptionalLong.empty();
  }

  private OptionalLong toPass(Cohort cohort, Cohort all, boolean atBest, double logSafe) {
    double overall = ProjectedSamples.rate(all.errors(), all.labeled());
    VersusAll line = kind.versusAll();
    double limit = Math.min(1, line.limit() * overall + line.limitFloor());
    double rate =
        atBest
            ? overall * lower(cohort, all)
            : ProjectedSamples.rate(cohort.errors(), cohort.labeled());
    double share = (double) cohort.labeled() / all.labeled();
    OptionalLong own =
        ProjectedSamples.toPass(rate, limit, 1 - share, logSafe, risk.falsePromotion(), 1);
    return own.isEmpty() ? own : OptionalLong.of((long) Math.ceil(own.getAsLong() / share));
  }

  private double lower(Cohort cohort, Cohort all) {
    return new CohortBounds(cohort.errors(), cohort.labeled(), all.errors(), all.labeled())
        .lower(risk.falseRollback())
        .orElse(0);
  }
}
