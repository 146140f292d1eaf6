package dev.regularizer.controller.wire;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.problem.Problem;
import dev.regularizer.crds.sli.SliSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** `spec.slis` to policies with every default resolved. */
final class SliSpecReader {
  private final Fields fields;
  private final SliSeries series;
  private final SliDeclarations declared;

  SliSpecReader(Fields fields, SliSeries series) {
    this.fields = fields;
    this.series = series;
    this.declared = new SliDeclarations(fields);
  }

  List<SliPolicy> read(List<SliSpec> slis) {
    var all = new ArrayList<DeclaredSli>();
    for (int i = 0; i < slis.size(); i++) {
      var where = "spec.slis[" + i + "]";
      var sli = slis.get(i);
      guarded(where, () -> declare(where, sli))
          .map(it -> it.holdingAbove(Optional.ofNullable(sli.holdAbove())))
          .ifPresent(all::add);
    }
    return guarded("spec.slis", () -> Optional.of(SliDefaults.resolve(all))).orElse(List.of());
  }

  private Optional<DeclaredSli> declare(String where, SliSpec sli) {
    var rejections = sli.rejectionRate();
    if (rejections != null) {
      var at = where + ".rejectionRate";
      return series
          .rejections(at, rejections)
          .map(it -> declared.rate(where, sli, new SliKind.RejectionRate(it), at, rejections));
    }
    var errors = sli.errorRate();
    if (errors != null) {
      var at = where + ".errorRate";
      return series
          .errors(at, errors)
          .map(it -> declared.rate(where, sli, new SliKind.ErrorRate(it), at, errors));
    }
    var events = sli.eventRate();
    if (events != null) {
      return Optional.of(declared.events(where, sli, events, series.events(events)));
    }
    var latency = sli.latency();
    if (latency != null) {
      return series
          .latency(where + ".latency", latency)
          .map(it -> declared.latency(where, sli, latency, it));
    }
    var calibration = sli.calibrationError();
    if (calibration != null) {
      var at = where + ".calibrationError";
      return series
          .labels(at, calibration, declared.source(at, calibration.source()))
          .map(it -> declared.calibration(where, sli, calibration, it));
    }
    var wrong = sli.predictionError();
    if (wrong != null) {
      var at = where + ".predictionError";
      return series
          .labels(at, wrong, declared.source(at, wrong.source()))
          .map(it -> declared.predictionError(where, sli, wrong, it));
    }
    var cohorts = sli.cohortError();
    if (cohorts != null) {
      var at = where + ".cohortError";
      return series
          .cohorts(at, cohorts, declared.source(at, cohorts.source()))
          .map(it -> declared.cohorts(where, sli, cohorts, it));
    }
    var cost = sli.costPerPrediction();
    if (cost != null) {
      return series
          .costs(where + ".costPerPrediction", cost)
          .map(it -> declared.cost(where, sli, cost, it));
    }
    var burn = sli.errorBudgetBurn();
    if (burn != null) {
      return series
          .burnt(where + ".errorBudgetBurn", burn)
          .map(it -> declared.burn(where, sli, burn, it));
    }
    var query = sli.query();
    if (query != null) {
      return Optional.of(declared.query(where, sli, query));
    }
    fields.report(
        new Problem(
            where,
            "no SLI this operator knows",
            "exactly one of rejectionRate, errorRate, eventRate, latency, calibrationError,"
                + " predictionError, cohortError, costPerPrediction, errorBudgetBurn, query",
            "write one of them or upgrade the operator"));
    return Optional.empty();
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
