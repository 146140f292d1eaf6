package dev.regularizer.bench;

import dev.regularizer.core.counting.RawSeries;
import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.counting.TelemetryContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Twenty pods, half of them of the candidate, with everything the telemetry contract asks for. */
final class Pods {
  static final String NAMESPACE = "vision";
  static final String CANDIDATE = "ic-7d9fb2c4e1";
  static final String STABLE = "ic-5c4b77aa10";
  static final Duration INTERVAL = Duration.ofSeconds(15);
  static final Duration WINDOW = Duration.ofSeconds(60);
  static final long SEED = 20_261_124;

  private static final int PER_REVISION = 10;
  private static final int COHORTS = 20;
  private static final int BINS = 20;

  /** The window and the seed before it. */
  private static final int SCRAPES = 8;

  private static final double[] BOUNDS = {
    .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, Double.POSITIVE_INFINITY
  };

  List<String> names() {
    var names = new ArrayList<String>();
    for (var revision : List.of(CANDIDATE, STABLE)) {
      for (int pod = 0; pod < PER_REVISION; pod++) {
        names.add(revision + "-6b4c8d9f5x-p" + pod);
      }
    }
    return names;
  }

  /** The answer about one window. */
  SampleMatrix scraped(int window) {
    var random = new SplittableRandom(SEED);
    var series = new ArrayList<RawSeries>();
    for (var pod : names()) {
      for (var outcome : List.of("served", "rejected", "error")) {
        double rate = outcome.equals("served") ? 300 : 1;
        add(series, pod, window, TelemetryContract.PREDICTIONS, "outcome", outcome, rate, random);
      }
      for (int cohort = 0; cohort < COHORTS; cohort++) {
        var name = "cohort-" + cohort;
        add(series, pod, window, "model_cohort_labeled_total", "cohort", name, 15, random);
        add(series, pod, window, "model_cohort_errors_total", "cohort", name, 1, random);
      }
      for (int bin = BINS / 2; bin < BINS; bin++) {
        var text = String.valueOf(bin);
        add(series, pod, window, TelemetryContract.LABELED, "bin", text, 40, null);
        add(series, pod, window, TelemetryContract.CORRECT, "bin", text, 2 * bin, null);
        add(series, pod, window, TelemetryContract.CONFIDENCE, "bin", text, 2 * bin + 1, null);
      }
      var duration = TelemetryContract.DURATION;
      for (int i = 0; i < BOUNDS.length; i++) {
        var le = Double.isInfinite(BOUNDS[i]) ? "+Inf" : String.valueOf(BOUNDS[i]);
        add(series, pod, window, duration + "_bucket", "le", le, 300 - 300 / (1 << i), null);
      }
      add(series, pod, window, duration + "_count", "quantity", "all", 300, null);
    }
    return new SampleMatrix(series);
  }

  private static void add(
      List<RawSeries> all,
      String pod,
      int window,
      String name,
      String label,
      String value,
      double rate,
      @org.jspecify.annotations.Nullable SplittableRandom random) {
    var labels = new TreeMap<String, String>();
    labels.put("container", "server");
    labels.put("endpoint", "http");
    labels.put("instance", "10.0.0.1:8080");
    labels.put("job", "vision/models");
    labels.put("namespace", NAMESPACE);
    labels.put("pod", pod);
    labels.put(label, value);
    var times = new long[SCRAPES];
    var values = new double[SCRAPES];
    double sum = window * 4 * rate;
    for (int i = 0; i < SCRAPES; i++) {
      times[i] = 1_000_000_000L + window * WINDOW.toMillis() + i * INTERVAL.toMillis();
      sum += random == null ? rate : random.nextInt((int) rate + 1);
      values[i] = sum;
    }
    all.add(RawSeries.of(name, labels, times, values));
  }
}
