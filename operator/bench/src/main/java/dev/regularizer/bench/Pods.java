package dev.regularizer.bench;

import dev.regularizer.core.counting.RawSeries;
import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.counting.TelemetryContract;
import java.time.Duration;
import java.time.Instant;
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
  static final int PER_REVISION = 10;
  static final int COHORTS = 20;
  static final long SEED = 20_261_124;

  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final int BINS = 20;

  /** Scrapes of the window, and those before it that its counting begins at. */
  private static final int SCRAPES = 8;

  private static final double[] BOUNDS = {
    .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, Double.POSITIVE_INFINITY
  };

  private final List<RawSeries> series = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final int window;

  private Pods(int window) {
    this.window = window;
  }

  static List<String> names() {
    var names = new ArrayList<String>();
    for (var revision : List.of(CANDIDATE, STABLE)) {
      for (int pod = 0; pod < PER_REVISION; pod++) {
        names.add(revision + "-6b4c8d9f5x-p" + pod);
      }
    }
    return names;
  }

  /** When a window starts: at the last scrape before its own ones. */
  static Instant start(int window) {
    var scrapes = SCRAPES - WINDOW.dividedBy(INTERVAL) - 1;
    return first(window).plus(INTERVAL.multipliedBy(scrapes));
  }

  /** The answer about one window. */
  static SampleMatrix scraped(int window) {
    var pods = new Pods(window);
    names().forEach(pods::export);
    return new SampleMatrix(pods.series);
  }

  private static Instant first(int window) {
    return FIRST.plus(WINDOW.multipliedBy(window));
  }

  private void export(String pod) {
    add(pod, TelemetryContract.PREDICTIONS, "outcome", "served", 300, 0);
    add(pod, TelemetryContract.PREDICTIONS, "outcome", "rejected", 1, 2);
    add(pod, TelemetryContract.PREDICTIONS, "outcome", "error", 1, 2);
    add(pod, TelemetryContract.COST, "unit", "token", 9_000, 100);
    for (int cohort = 0; cohort < COHORTS; cohort++) {
      add(pod, "model_cohort_labeled_total", "cohort", "cohort-" + cohort, 15, 0);
      add(pod, "model_cohort_errors_total", "cohort", "cohort-" + cohort, 0, 3);
    }
    for (int bin = BINS / 2; bin < BINS; bin++) {
      var text = String.valueOf(bin);
      add(pod, TelemetryContract.LABELED, "bin", text, 40, 0);
      add(pod, TelemetryContract.CORRECT, "bin", text, 2 * bin, 3);
      add(pod, TelemetryContract.CONFIDENCE, "bin", text, 2 * bin + 1, 0);
    }
    for (int i = 0; i < BOUNDS.length; i++) {
      var le = Double.isInfinite(BOUNDS[i]) ? "+Inf" : String.valueOf(BOUNDS[i]);
      add(pod, TelemetryContract.DURATION + "_bucket", "le", le, 300 - 300 / (1 << i), 0);
    }
    add(pod, TelemetryContract.DURATION + "_count", "quantity", "all", 300, 0);
  }

  /** A counter that rises by `rate` and something below `spread` between two scrapes. */
  private void add(String pod, String name, String label, String value, double rate, int spread) {
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
    double sum = window * (rate + spread);
    for (int i = 0; i < SCRAPES; i++) {
      times[i] = first(window).plus(INTERVAL.multipliedBy(i)).toEpochMilli();
      sum += rate + (spread > 0 ? random.nextInt(spread) : 0);
      values[i] = sum;
    }
    series.add(RawSeries.of(name, labels, times, values));
  }
}
