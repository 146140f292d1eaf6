package dev.regularizer.controller.wire;

import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.VersusAll;
import dev.regularizer.core.counting.LabelSeries;
import dev.regularizer.core.counting.LabelSource;
import dev.regularizer.crds.attempt.CohortPolicyStatus;
import dev.regularizer.crds.attempt.RatioPolicyStatus;
import dev.regularizer.crds.attempt.SliPolicyStatus;
import org.jspecify.annotations.Nullable;

/** Where labels come from and how cohorts are judged, as an attempt keeps it. */
final class LabelMapping {
  private LabelMapping() {}

  /** Who exports the labels; null for the pods and for SLIs without labels. */
  static @Nullable String source(SliKind kind) {
    var source =
        switch (kind) {
          case SliKind.CalibrationError(var labels) -> labels.source();
          case SliKind.PredictionError(var labels) -> labels.source();
          case SliKind.CohortError cohorts -> cohorts.series().source();
          case SliKind.RejectionRate _,
              SliKind.ErrorRate _,
              SliKind.EventRate _,
              SliKind.Latency _,
              SliKind.CostPerPrediction _,
              SliKind.ErrorBudgetBurn _,
              SliKind.Query _ ->
              LabelSource.Server;
        };
    return source == LabelSource.Server ? null : source.name();
  }

  static LabelSeries labels(SliPolicyStatus sli, SeriesMapping series) {
    return series.labels(LabelSeries.CONTRACT).from(source(sli));
  }

  private static LabelSource source(SliPolicyStatus sli) {
    return sli.source() == null ? LabelSource.Server : Words.parse(sli.source(), LabelSource.class);
  }

  static @Nullable CohortPolicyStatus cohorts(SliKind kind) {
    return kind instanceof SliKind.CohortError cohorts
        ? new CohortPolicyStatus(
            cohorts.series().label(), cohorts.maxCohorts(), write(cohorts.versusAll()))
        : null;
  }

  static SliKind.CohortError cohorts(SliPolicyStatus sli, SeriesMapping series) {
    var cohorts = sli.cohorts();
    if (cohorts == null) {
      throw new IllegalArgumentException("the cohorts of the policy are missing");
    }
    return new SliKind.CohortError(
        series.cohorts(cohorts.label(), source(sli)),
        cohorts.maxCohorts(),
        read(cohorts.versusAll()));
  }

  private static RatioPolicyStatus write(VersusAll line) {
    return new RatioPolicyStatus(
        PolicyMapping.exact(line.objective()),
        PolicyMapping.exact(line.limit()),
        PolicyMapping.exact(line.floor()),
        PolicyMapping.exact(line.limitFloor()));
  }

  private static VersusAll read(RatioPolicyStatus line) {
    return new VersusAll(
        Double.parseDouble(line.objective()),
        Double.parseDouble(line.limit()),
        Double.parseDouble(line.floor()),
        Double.parseDouble(line.limitFloor()));
  }
}
