package dev.regularizer.controller.wire;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.StableFailure;
import dev.regularizer.core.counting.CohortSeries;
import dev.regularizer.core.counting.CostSeries;
import dev.regularizer.core.counting.EventSeries;
import dev.regularizer.core.counting.LabelSeries;
import dev.regularizer.core.counting.LabelSource;
import dev.regularizer.core.counting.SeriesSelector;
import dev.regularizer.crds.sli.BurnSli;
import dev.regularizer.crds.sli.CalibrationSli;
import dev.regularizer.crds.sli.CohortSli;
import dev.regularizer.crds.sli.CostSli;
import dev.regularizer.crds.sli.EventRateSli;
import dev.regularizer.crds.sli.LatencySli;
import dev.regularizer.crds.sli.PredictionErrorSli;
import dev.regularizer.crds.sli.QuerySli;
import dev.regularizer.crds.sli.RateSli;
import dev.regularizer.crds.sli.SliSpec;
import dev.regularizer.crds.sli.StableRatio;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SLIs of a spec as declared; what was left out stays empty. */
final class SliDeclarations {
  private static final double QUANTILE = 0.95;
  private static final double SLO = 0.999;
  private static final int FAILURES = 3;

  private final Fields fields;

  SliDeclarations(Fields fields) {
    this.fields = fields;
  }

  DeclaredSli rate(String where, SliSpec sli, SliKind kind, String at, RateSli rate) {
    return new DeclaredSli(
        sli.name(),
        kind,
        gate(where, sli),
        fields.decimal(at + ".objective", rate.objective()),
        fields.decimal(at + ".limit", rate.limit()),
        ratio(at + ".versusStable", rate.versusStable()),
        Optional.ofNullable(rate.minimum()),
        Optional.empty(),
        stableFails(at, rate.whenStableFailsToo()));
  }

  DeclaredSli events(String where, SliSpec sli, EventRateSli events, EventSeries series) {
    var at = where + ".eventRate";
    return new DeclaredSli(
        sli.name(),
        new SliKind.EventRate(series),
        gate(where, sli),
        fields.decimal(at + ".objective", events.objective()),
        fields.decimal(at + ".limit", events.limit()),
        ratio(at + ".versusStable", events.versusStable()),
        Optional.ofNullable(events.minimum()),
        Optional.empty(),
        stableFails(at, events.whenStableFailsToo()));
  }

  DeclaredSli latency(String where, SliSpec sli, LatencySli latency, SeriesSelector histogram) {
    var at = where + ".latency";
    var threshold = fields.duration(at + ".threshold", latency.threshold(), Duration.ofSeconds(1));
    return new DeclaredSli(
        sli.name(),
        new SliKind.Latency(
            fields.decimal(at + ".quantile", latency.quantile(), QUANTILE),
            threshold.toNanos() / 1e9,
            histogram),
        gate(where, sli),
        Optional.empty(),
        fields.decimal(at + ".limit", latency.limit()),
        ratio(at + ".versusStable", latency.versusStable()),
        Optional.ofNullable(latency.minimum()),
        Optional.empty(),
        stableFails(at, latency.whenStableFailsToo()));
  }

  DeclaredSli calibration(
      String where, SliSpec sli, CalibrationSli calibration, LabelSeries labels) {
    var at = where + ".calibrationError";
    return new DeclaredSli(
        sli.name(),
        new SliKind.CalibrationError(labels),
        gate(where, sli),
        fields.decimal(at + ".objective", calibration.objective()),
        fields.decimal(at + ".limit", calibration.limit()),
        Optional.empty(),
        Optional.ofNullable(calibration.minimum()),
        fields.duration(at + ".labelDelay", calibration.labelDelay()),
        stableFails(at, calibration.whenStableFailsToo()));
  }

  DeclaredSli predictionError(
      String where, SliSpec sli, PredictionErrorSli wrong, LabelSeries labels) {
    var at = where + ".predictionError";
    return new DeclaredSli(
        sli.name(),
        new SliKind.PredictionError(labels),
        gate(where, sli),
        fields.decimal(at + ".objective", wrong.objective()),
        fields.decimal(at + ".limit", wrong.limit()),
        ratio(at + ".versusStable", wrong.versusStable()),
        Optional.ofNullable(wrong.minimum()),
        fields.duration(at + ".labelDelay", wrong.labelDelay()),
        stableFails(at, wrong.whenStableFailsToo()));
  }

  DeclaredSli cohorts(String where, SliSpec sli, CohortSli cohorts, CohortSeries series) {
    var at = where + ".cohortError";
    var line = cohorts.versusAll();
    return new DeclaredSli(
        sli.name(),
        new SliKind.CohortError(
            series,
            cohorts.maxCohorts() == null ? SliKind.CohortError.MOST : cohorts.maxCohorts(),
            SliDefaults.versusAll(
                new DeclaredSli.Ratio(
                    fields.decimal(at + ".versusAll.objective", line.objective()),
                    fields.decimal(at + ".versusAll.limit", line.limit()),
                    fields.decimal(at + ".versusAll.floor", line.floor()),
                    fields.decimal(at + ".versusAll.limitFloor", line.limitFloor())))),
        gate(where, sli),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(cohorts.minimum()),
        fields.duration(at + ".labelDelay", cohorts.labelDelay()),
        Optional.empty());
  }

  /** Who exports labels. */
  LabelSource source(String at, @Nullable String text) {
    return fields.choice(at + ".source", text, LabelSource.class).orElse(LabelSource.Server);
  }

  DeclaredSli cost(String where, SliSpec sli, CostSli cost, CostSeries costs) {
    var at = where + ".costPerPrediction";
    var ratio = cost.versusStable();
    return new DeclaredSli(
        sli.name(),
        new SliKind.CostPerPrediction(costs),
        gate(where, sli),
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            new DeclaredSli.Ratio(
                fields.decimal(at + ".versusStable.objective", ratio.objective()),
                fields.decimal(at + ".versusStable.limit", ratio.limit()),
                Optional.empty(),
                Optional.empty())),
        Optional.ofNullable(cost.minimum()),
        Optional.empty(),
        Optional.empty());
  }

  DeclaredSli burn(String where, SliSpec sli, BurnSli burn, EventSeries failures) {
    var at = where + ".errorBudgetBurn";
    return new DeclaredSli(
        sli.name(),
        new SliKind.ErrorBudgetBurn(fields.decimal(at + ".slo", burn.slo(), SLO), failures),
        gate(where, sli),
        fields.decimal(at + ".maxBurnRate", burn.maxBurnRate()),
        fields.decimal(at + ".limit", burn.limit()),
        Optional.empty(),
        Optional.ofNullable(burn.minimum()),
        Optional.empty(),
        stableFails(at, burn.whenStableFailsToo()));
  }

  DeclaredSli query(String where, SliSpec sli, QuerySli query) {
    var failures = query.failures();
    return new DeclaredSli(
        sli.name(),
        new SliKind.Query(
            query.expression(),
            fields.decimal(where + ".query.maximum", query.maximum(), 0),
            failures == null ? FAILURES : failures),
        gate(where, sli),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Optional<Gate> gate(String where, SliSpec sli) {
    return fields.choice(where + ".gate", sli.gate(), Gate.class);
  }

  private Optional<StableFailure> stableFails(String at, @Nullable String text) {
    return fields.choice(at + ".whenStableFailsToo", text, StableFailure.class);
  }

  private Optional<DeclaredSli.Ratio> ratio(String at, @Nullable StableRatio ratio) {
    return Optional.ofNullable(ratio)
        .map(it ->
            new DeclaredSli.Ratio(
                fields.decimal(at + ".objective", it.objective()),
                fields.decimal(at + ".limit", it.limit()),
                fields.decimal(at + ".floor", it.floor()),
                fields.decimal(at + ".limitFloor", it.limitFloor())));
  }
}
