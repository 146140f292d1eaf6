package dev.regularizer.core.counting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Builds answers of Prometheus for the pods of one Deployment, scraped every 2 seconds. */
final class Scrapes {

  static final ArmSelector ARM = ArmSelector.pods("vision", "ic-7d9f");
  static final String POD = "ic-7d9f-6b4c-x2x9z";
  static final SeriesSelector DURATION = SeriesSelector.of(TelemetryContract.DURATION);
  static final Duration INTERVAL = Duration.ofSeconds(2);
  static final Duration WINDOW = Duration.ofSeconds(10);

  private final List<RawSeries> series = new ArrayList<>();

  /**
   * A series of the default pod, one value per scrape from a second on; NaN leaves a scrape out.
   */
  Scrapes add(String name, Map<String, String> labels, long firstSecond, double... values) {
    return addOf(POD, name, labels, firstSecond, values);
  }

  Scrapes addOf(
      String pod, String name, Map<String, String> labels, long firstSecond, double... values) {
    List<Long> times = new ArrayList<>();
    List<Double> kept = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        times.add(1000 * (firstSecond + 2L * i));
        kept.add(values[i]);
      }
    }
    series.add(
        RawSeries.of(
            name,
            labels(pod, labels),
            times.stream().mapToLong(Long::longValue).toArray(),
            kept.stream().mapToDouble(Double::doubleValue).toArray()));
    return this;
  }

  Scrapes addNative(long firstSecond, NativeHistogram... values) {
    long[] times = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      times[i] = 1000 * (firstSecond + 2L * i);
    }
    series.add(
        RawSeries.ofHistograms(
            TelemetryContract.DURATION, labels(POD, Map.of()), times, List.of(values)));
    return this;
  }

  SampleMatrix matrix() {
    return new SampleMatrix(series);
  }

  /** The arm for pods that started at the given seconds; without samples of an earlier hour. */
  ArmSamples arm(Map<String, Long> startSeconds) {
    return ArmSamples.of(matrix(), ARM, context(startSeconds, false));
  }

  /** The arm when the default pod is old. */
  ArmSamples arm() {
    return arm(Map.of(POD, -10_000L));
  }

  static CountingContext context(Map<String, Long> startSeconds, boolean readBack) {
    Map<String, Instant> starts = new TreeMap<>();
    startSeconds.forEach((pod, second) -> starts.put(pod, Instant.ofEpochSecond(second)));
    return new CountingContext(INTERVAL, WINDOW, starts, readBack);
  }

  static WindowEdges window(long startSecond, long endSecond) {
    return new WindowEdges(1000 * startSecond, 1000 * endSecond);
  }

  private static SortedMap<String, String> labels(String pod, Map<String, String> labels) {
    TreeMap<String, String> all = new TreeMap<>(labels);
    all.put("namespace", "vision");
    all.put("pod", pod);
    all.put("instance", pod + ":8080");
    return all;
  }
}
