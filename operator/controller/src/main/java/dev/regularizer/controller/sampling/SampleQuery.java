package dev.regularizer.controller.sampling;

import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.counting.EventSeries;
import dev.regularizer.core.counting.LabelSource;
import dev.regularizer.core.counting.TelemetryContract;
import dev.regularizer.core.effect.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One query for all raw samples of a model's windows.
 *
 * @param text PromQL: a range selector and nothing else
 * @param time the right end of the range
 */
record SampleQuery(String text, Instant time) {
  /** A series needs a sample before the window; scrapes may be missed. */
  private static final int SEED_SCRAPES = 4;

  private static final Duration READ_BACK = Duration.ofHours(1);

  /** The queries that together answer a request: for pods, and for a labeler where one is asked. */
  static List<SampleQuery> all(Request.Samples request, String namespace, Duration scrapeInterval) {
    var before = request.readBack() ? READ_BACK : scrapeInterval.multipliedBy(SEED_SCRAPES);
    var range = Duration.between(request.cursor(), request.end()).plus(before).toMillis() + "ms";
    var all = new ArrayList<SampleQuery>();
    all.add(
        new SampleQuery(
            "{__name__=~\""
                + metrics(request)
                + "\",namespace=\""
                + namespace
                + "\",pod=~\"("
                + String.join("|", request.revisions())
                + ")-[a-z0-9]+-[a-z0-9]+\"}["
                + range
                + "]",
            request.end()));
    LabelerQuery.selector(request, namespace)
        .map(selector -> new SampleQuery(selector + "[" + range + "]", request.end()))
        .ifPresent(all::add);
    return List.copyOf(all);
  }

  private static String metrics(Request.Samples request) {
    var names = new TreeSet<String>();
    names.add(TelemetryContract.PREDICTIONS);
    for (var sli : request.policy().slis()) {
      switch (sli.kind()) {
        case SliKind.RejectionRate rejections -> add(names, rejections.series());
        case SliKind.ErrorRate errors -> add(names, errors.series());
        case SliKind.EventRate events -> add(names, events.series());
        case SliKind.Latency latency ->
            names.add(latency.histogram().metric() + "(_bucket|_count)?");
        case SliKind.CostPerPrediction cost -> {
          names.add(cost.series().cost().metric());
          cost.series().predictions().forEach(one -> names.add(one.metric()));
        }
        case SliKind.CalibrationError _, SliKind.PredictionError _, SliKind.CohortError _ ->
            names.addAll(LabelerQuery.metrics(sli.kind(), LabelSource.Server));
        case SliKind.ErrorBudgetBurn burn -> add(names, burn.series());
        case SliKind.Query query -> {
          // Asked by itself, for Prometheus has to compute it.
        }
      }
    }
    return names.stream().collect(Collectors.joining("|"));
  }

  /** Names of metrics hold nothing that a regular expression would take for something else. */
  private static void add(Set<String> names, EventSeries series) {
    series.bad().forEach(one -> names.add(one.metric()));
    series.total().forEach(one -> names.add(one.metric()));
  }
}
