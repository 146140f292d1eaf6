package dev.regularizer.controller.wire;

import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.counting.CohortSeries;
import dev.regularizer.core.counting.CostSeries;
import dev.regularizer.core.counting.EventSeries;
import dev.regularizer.core.counting.LabelSeries;
import dev.regularizer.core.counting.LabelSource;
import dev.regularizer.core.counting.SeriesSelector;
import dev.regularizer.core.preset.Preset;
import dev.regularizer.core.preset.Served;
import dev.regularizer.crds.sli.BurnSli;
import dev.regularizer.crds.sli.CalibrationSli;
import dev.regularizer.crds.sli.CohortSli;
import dev.regularizer.crds.sli.CostSli;
import dev.regularizer.crds.sli.EventRateSli;
import dev.regularizer.crds.sli.LatencySli;
import dev.regularizer.crds.sli.MetricSelector;
import dev.regularizer.crds.sli.PredictionErrorSli;
import dev.regularizer.crds.sli.RateSli;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The series SLIs are counted from: those that the SLI names, the others by a preset. What the
 * preset cannot serve and the SLI does not name is told.
 */
final class SliSeries {
  private final Preset preset;
  private final Consumer<String> unserved;

  SliSeries(Preset preset, Consumer<String> unserved) {
    this.preset = preset;
    this.unserved = unserved;
  }

  Optional<EventSeries> rejections(String where, RateSli sli) {
    return events(where, preset.rejections(), sli.bad(), sli.total(), EventSeries.REJECTIONS);
  }

  Optional<EventSeries> errors(String where, RateSli sli) {
    return events(where, preset.errors(), sli.bad(), sli.total(), EventSeries.ERRORS);
  }

  Optional<EventSeries> burnt(String where, BurnSli sli) {
    return events(where, preset.errors(), sli.bad(), sli.total(), EventSeries.ERRORS);
  }

  EventSeries events(EventRateSli sli) {
    return new EventSeries(
        List.of(Selectors.read(sli.bad())), List.of(Selectors.read(sli.total())));
  }

  Optional<SeriesSelector> latency(String where, LatencySli sli) {
    var named = new Named("histogram", all(sli.histogram()));
    return series(
        where,
        preset.latency(),
        named,
        SliKind.Latency.CONTRACT,
        it -> Selectors.or(sli.histogram(), it));
  }

  Optional<LabelSeries> labels(String where, CalibrationSli sli, LabelSource source) {
    var named =
        new Named(
            "labeled, confidence and correct", all(sli.labeled(), sli.confidence(), sli.correct()));
    return series(
        where,
        labels(source),
        named,
        LabelSeries.CONTRACT,
        it ->
            new LabelSeries(
                Selectors.or(sli.labeled(), it.labeled()),
                Selectors.or(sli.confidence(), it.confidence()),
                Selectors.or(sli.correct(), it.correct()),
                source));
  }

  Optional<LabelSeries> labels(String where, PredictionErrorSli sli, LabelSource source) {
    var named = new Named("labeled and correct", all(sli.labeled(), sli.correct()));
    return series(
        where,
        labels(source),
        named,
        LabelSeries.CONTRACT,
        it ->
            new LabelSeries(
                Selectors.or(sli.labeled(), it.labeled()),
                it.confidence(),
                Selectors.or(sli.correct(), it.correct()),
                source));
  }

  Optional<CohortSeries> cohorts(String where, CohortSli sli, LabelSource source) {
    var named = new Named("labeled and errors", all(sli.labeled(), sli.errors()));
    return series(
        where,
        source == LabelSource.Labeler ? new Served.From<>(CohortSeries.CONTRACT) : preset.cohorts(),
        named,
        CohortSeries.CONTRACT,
        it ->
            new CohortSeries(
                Selectors.or(sli.labeled(), it.labeled()),
                Selectors.or(sli.errors(), it.errors()),
                sli.label() == null ? it.label() : sli.label(),
                source));
  }

  /** A labeler keeps the telemetry contract, whatever the model server exports. */
  private Served<LabelSeries> labels(LabelSource source) {
    return source == LabelSource.Labeler
        ? new Served.From<>(LabelSeries.CONTRACT)
        : preset.labels();
  }

  Optional<CostSeries> costs(String where, CostSli sli) {
    var named = new Named("cost and predictions", all(sli.cost(), sli.predictions()));
    return series(
        where,
        preset.costs(),
        named,
        CostSeries.CONTRACT,
        it ->
            new CostSeries(
                Selectors.or(sli.cost(), it.cost()),
                Selectors.or(sli.predictions(), it.predictions())));
  }

  private Optional<EventSeries> events(
      String where,
      Served<EventSeries> served,
      @Nullable MetricSelector bad,
      @Nullable MetricSelector total,
      EventSeries contract) {
    return series(
        where,
        served,
        new Named("bad and total", all(bad, total)),
        contract,
        it -> new EventSeries(Selectors.or(bad, it.bad()), Selectors.or(total, it.total())));
  }

  /**
   * The fields of an SLI that name series.
   *
   * @param fields how they are called
   * @param all whether every one is there, so that a preset adds nothing
   */
  private record Named(String fields, boolean all) {}

  private <T> Optional<T> series(
      String where, Served<T> served, Named named, T contract, UnaryOperator<T> replaced) {
    if (named.all()) {
      return Optional.of(replaced.apply(contract));
    }
    return switch (served) {
      case Served.From<T>(var series) -> Optional.of(replaced.apply(series));
      case Served.Missing<T>(var because) -> {
        unserved.accept(
            ("%s: the preset %s cannot serve it: the server %s; remove the SLI, name its series"
                    + " in %s, or export the telemetry contract and use the preset Native")
                .formatted(where, preset.word(), because, named.fields()));
        yield Optional.empty();
      }
    };
  }

  private static boolean all(@Nullable MetricSelector... given) {
    return Arrays.stream(given).allMatch(Objects::nonNull);
  }
}
