package dev.regularizer.samples.labeler;

import dev.regularizer.samples.feedback.FeedbackResult;
import dev.regularizer.samples.feedback.LabeledPredictions;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The counters of all revisions that labels came for, with the labels {@code model} and {@code
 * revision}: they say whose predictions were labelled, since the labeler's pod does not.
 */
final class LabeledSeries {
  private final ConcurrentMap<RevisionKey, LabeledPredictions> revisions =
      new ConcurrentHashMap<>();
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter feedback =
      Counter.builder()
          .name("model_feedback_total")
          .help("True labels that were sent in, by what became of them")
          .labelNames("result")
          .register(registry);

  /** Starts the labeler's own series at zero. */
  LabeledSeries() {
    for (var result : FeedbackResult.values()) {
      feedback.initLabelValues(result.label());
    }
  }

  /** The counters of a revision. */
  LabeledPredictions of(RevisionKey key) {
    return revisions.computeIfAbsent(
        key,
        one -> new LabeledPredictions(Labels.of("model", one.model(), "revision", one.revision())));
  }

  /** Counts one label that was sent in. */
  void labelled(FeedbackResult result) {
    feedback.labelValues(result.label()).inc();
  }

  /** All series as they are now; the counters of one revision are of one moment. */
  MetricSnapshots scrape() {
    var points = new TreeMap<String, List<CounterDataPointSnapshot>>();
    var help = new TreeMap<String, String>();
    for (var one : revisions.values()) {
      for (MetricSnapshot snapshot : one.collect()) {
        var counter = (CounterSnapshot) snapshot;
        var name = counter.getMetadata().getName();
        help.put(name, String.valueOf(counter.getMetadata().getHelp()));
        points.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(counter.getDataPoints());
      }
    }
    var all = MetricSnapshots.builder();
    registry.scrape().forEach(all::metricSnapshot);
    points.forEach((name, data) -> {
      var merged = CounterSnapshot.builder().name(name).help(help.get(name));
      data.forEach(merged::dataPoint);
      all.metricSnapshot(merged.build());
    });
    return all.build();
  }
}
