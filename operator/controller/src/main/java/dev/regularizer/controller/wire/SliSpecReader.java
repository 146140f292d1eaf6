package dev.regularizer.controller.wire;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.StableFailure;
import dev.regularizer.core.counting.LabelSeries;
import dev.regularizer.core.counting.SeriesSelector;
import dev.regularizer.core.problem.Problem;
import dev.regularizer.crds.sli.CalibrationSli;
import dev.regularizer.crds.sli.CostSli;
import dev.regularizer.crds.sli.LatencySli;
import dev.regularizer.crds.sli.RateSli;
import dev.regularizer.crds.sli.SliSpec;
import dev.regularizer.crds.sli.StableRatio;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** `spec.slis` to policies with every default resolved. */
final class SliSpecReader {
  private static final double QUANTILE = 0.95;

  private final Fields fields;
  private final SliSeries series;

  SliSpecReader(Fields fields, SliSeries series) {
    this.fields = fields;
    this.series = series;
  }

  List<SliPolicy> read(List<SliSpec> slis) {
    var declared = new ArrayList<DeclaredSli>();
    for (int i = 0; i < slis.size(); i++) {
      var where = "spec.slis[" + i + "]";
      var sli = slis.get(i);
      guarded(where, () -> declare(where, sli))
          .map(it -> it.holdingAbove(Optional.ofNullable(sli.holdAbove())))
          .ifPresent(declared::add);
    }
    return guarded("spec.slis", () -> Optional.of(SliDefaults.resolve(declared))).orElse(List.of());
  }

  private Optional<DeclaredSli> declare(String where, SliSpec sli) {
    var rejections = sli.rejectionRate();
    if (rejections != null) {
      var at = where + ".rejectionRate";
      return series
          .rejections(at)
          .map(it -> rate(where, sli, new SliKind.RejectionRate(it), at, rejections));
    }
    var errors = sli.errorRate();
    if (errors != null) {
      var at = where + ".errorRate";
      return series.errors(at).map(it -> rate(where, sli, new SliKind.ErrorRate(it), at, errors));
    }
    var latency = sli.latency();
    if (latency != null) {
      return series.latency(where + ".latency").map(it -> latency(where, sli, latency, it));
    }
    var calibration = sli.calibrationError();
    if (calibration != null) {
      return series
          .labels(where + ".calibrationError")
          .map(it -> calibration(where, sli, calibration, it));
    }
    var cost = sli.costPerPrediction();
    if (cost != null) {
      return series.cost(where + ".costPerPrediction").map(_ -> cost(where, sli, cost));
    }
    fields.report(
        new Problem(
            where,
            "no SLI this operator knows",
            "exactly one of rejectionRate, errorRate, latency, calibrationError, costPerPrediction",
            "write one of them or upgrade the operator"));
    return Optional.empty();
  }

  private DeclaredSli rate(String where, SliSpec sli, SliKind kind, String at, RateSli rate) {
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

  private DeclaredSli latency(
      String where, SliSpec sli, LatencySli latency, SeriesSelector histogram) {
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

  private DeclaredSli calibration(
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

  private DeclaredSli cost(String where, SliSpec sli, CostSli cost) {
    var at = where + ".costPerPrediction";
    var ratio = cost.versusStable();
    return new DeclaredSli(
        sli.name(),
        new SliKind.CostPerPrediction(),
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

  /** The domain refuses what makes no sense together; its words become a problem. */
  private <T> Optional<T> guarded(String where, Supplier<Optional<T>> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException senseless) {
      fields.report(
          new Problem(
              where,
              "values that do not fit together",
              String.valueOf(senseless.getMessage()),
              "correct them"));
      return Optional.empty();
    }
  }
}
