package dev.regularizer.core.history;

import dev.regularizer.core.analysis.CohortProjection;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.statistics.ProjectedSamples;
import java.util.OptionalLong;

/** Samples a candidate that is just like stable needs for a Pass. */
final class Needed {

  private static final double ALL = 100;

  private Needed() {}

  static OptionalLong toPass(SliPolicy policy, SliHistory history, int weight, double beta) {
    if (policy.kind() instanceof SliKind.Query query) {
      return history.values().longest() >= query.failures()
          ? OptionalLong.empty()
          : OptionalLong.of(0);
    }
    if (policy.kind() instanceof SliKind.CohortError cohorts) {
      return history.samples() == 0
          ? OptionalLong.of(0)
          : CohortProjection.inAll(cohorts, history.cohorts(), beta);
    }
    if (!policy.countsBadEvents()) {
      return policy.absolute().isEmpty() || history.samples() == 0
          ? OptionalLong.of(0)
          : ProjectedSamples.inAll(
              history.bins().mergedPairs(), policy.absolute().get().limit(), beta);
    }
    var total = history.total();
    double rate = ProjectedSamples.rate(total.possibly(), total.trials());
    if (policy.absolute().isPresent()) {
      double limit = policy.absolute().get().limit();
      return total.trials() == 0
          ? OptionalLong.of(0)
          : ProjectedSamples.toPass(rate, limit, 1, 0, beta, policy.phi());
    }
    var versus = policy.versusStable().orElseThrow();
    double limit = Math.min(1, versus.limit() * rate + versus.limitFloor());
    return ProjectedSamples.toPass(rate, limit, 1 - weight / ALL, 0, beta, policy.phi());
  }
}
