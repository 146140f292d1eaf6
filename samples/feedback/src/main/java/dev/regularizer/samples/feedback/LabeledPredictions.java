package dev.regularizer.samples.feedback;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/**
 * Counters of predictions whose true label is known. They move and are read under one lock: no
 * scrape sees a label counted whose confidence is not.
 */
public final class LabeledPredictions implements MultiCollector {
  private static final int MOST_COHORTS = 20;
  private static final String OTHERS = "other";

  private final long[] labeled = new long[Confidence.BINS];
  private final double[] confidence = new double[Confidence.BINS];
  private final long[] correct = new long[Confidence.BINS];
  private final TreeMap<String, Cohort> cohorts = new TreeMap<>();

  private final Labels base;

  /** Counters without labels of their own: those of the target say whose they are. */
  public LabeledPredictions() {
    this(Labels.EMPTY);
  }

  /** Counters that carry labels of their own. */
  public LabeledPredictions(Labels base) {
    this.base = base;
  }

  private record Cohort(long labeled, long errors) {
    Cohort plus(boolean right) {
      return new Cohort(labeled + 1, errors + (right ? 0 : 1));
    }
  }

  /** Counts one label; an empty cohort counts for none. */
  public synchronized void add(Confidence of, boolean right, String cohort) {
    labeled[of.bin()]++;
    confidence[of.bin()] += of.value();
    if (right) {
      correct[of.bin()]++;
    }
    if (!cohort.isEmpty()) {
      // The last place is kept for the rest: cohorts come from clients and must not grow for ever.
      var full = cohorts.size() >= MOST_COHORTS - 1 && !cohorts.containsKey(cohort);
      cohorts.compute(
          full ? OTHERS : cohort, (_, old) -> (old == null ? new Cohort(0, 0) : old).plus(right));
    }
  }

  @Override
  public synchronized MetricSnapshots collect() {
    var snapshots =
        MetricSnapshots.builder()
            .metricSnapshot(
                perBin(
                    "model_prediction_labeled",
                    "Predictions with a known label, by confidence",
                    bin -> labeled[bin]))
            .metricSnapshot(
                perBin(
                    "model_prediction_confidence",
                    "Sum of the confidences of labelled predictions",
                    bin -> confidence[bin]))
            .metricSnapshot(
                perBin(
                    "model_prediction_correct",
                    "Labelled predictions that were right",
                    bin -> correct[bin]));
    if (!cohorts.isEmpty()) {
      perCohort(snapshots);
    }
    return snapshots.build();
  }

  private CounterSnapshot perBin(String name, String help, IntToDoubleFunction value) {
    var snapshot = CounterSnapshot.builder().name(name).help(help);
    for (var bin = 0; bin < Confidence.BINS; bin++) {
      snapshot.dataPoint(point("bin", Integer.toString(bin), value.applyAsDouble(bin)));
    }
    return snapshot.build();
  }

  private void perCohort(MetricSnapshots.Builder snapshots) {
    var labels =
        CounterSnapshot.builder()
            .name("model_cohort_labeled")
            .help("Predictions with a known label, by cohort");
    var errors =
        CounterSnapshot.builder()
            .name("model_cohort_errors")
            .help("Labelled predictions that were wrong, by cohort");
    cohorts.forEach((name, cohort) -> {
      labels.dataPoint(point("cohort", name, (double) cohort.labeled()));
      errors.dataPoint(point("cohort", name, (double) cohort.errors()));
    });
    snapshots.metricSnapshot(labels.build()).metricSnapshot(errors.build());
  }

  private CounterDataPointSnapshot point(String label, String of, double value) {
    return CounterDataPointSnapshot.builder()
        .labels(base.merge(Labels.of(label, of)))
        .value(value)
        .build();
  }
}
