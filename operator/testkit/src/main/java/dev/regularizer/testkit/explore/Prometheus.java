package dev.regularizer.testkit.explore;

import dev.regularizer.core.counting.InvalidReason;
import dev.regularizer.core.counting.RawSeries;
import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.counting.TelemetryContract;
import dev.regularizer.core.effect.Request;
import dev.regularizer.core.history.HistoryCounts;
import dev.regularizer.core.observe.ConnectionTiming;
import dev.regularizer.core.observe.HistoryAnswer;
import dev.regularizer.core.observe.Look;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers requests for samples, as good or bad as it is told to. */
final class Prometheus {
  static final ConnectionTiming TIMING =
      new ConnectionTiming(Duration.ofSeconds(10), Duration.ZERO);

  private static final long SCRAPE = TIMING.scrapeInterval().toMillis();
  private static final int SEED = 4;
  private static final int READ_BACK = 360;
  private static final double REQUESTS = 20;
  private static final double FEW_REQUESTS = 0.4;
  private static final double FAILING = 0.6;

  private Prometheus() {}

  static Look look(Request.Samples asked, Cluster cluster, Quality quality) {
    return new Look(
        asked.revision(),
        asked.attempt(),
        asked.cursor(),
        asked.end(),
        switch (quality) {
          case UNREACHABLE -> new Look.Failed("connection refused");
          case PARTIAL -> new Look.Unusable(InvalidReason.Partial, "one of two stores is missing");
          case NONE -> new Look.Samples(SampleMatrix.EMPTY, asked.readBack());
          default -> new Look.Samples(matrix(asked, cluster, quality), asked.readBack());
        });
  }

  /** A stable that nobody asked for long: nothing is known of it. */
  static HistoryAnswer history(Request.History asked, int tick, Quality quality) {
    return new HistoryAnswer(
        asked.revision(),
        asked.attempt(),
        quality == Quality.UNREACHABLE
            ? new HistoryAnswer.Failed("connection refused", Ticks.at(tick))
            : new HistoryAnswer.Read(
                HistoryCounts.start(asked.policy()), asked.reading(TIMING.scrapeInterval())));
  }

  private static SampleMatrix matrix(Request.Samples asked, Cluster cluster, Quality quality) {
    var series = new ArrayList<RawSeries>();
    long back = (asked.readBack() ? READ_BACK : SEED) * SCRAPE;
    long from = asked.cursor().toEpochMilli() - back;
    for (var name : asked.revisions()) {
      int revision = Wish.index(name);
      var deployment = cluster.deployments().get(revision);
      if (deployment == null || deployment.replicas() == 0) {
        continue;
      }
      var ours = name.equals(asked.revision());
      double rate = rate(cluster.weight(revision), ours, quality) / deployment.replicas();
      double failing = quality == Quality.COMMON || (quality == Quality.BAD && ours) ? FAILING : 0;
      for (var pod : deployment.observed().pods()) {
        long born = pod.startedAt().toEpochMilli();
        var times = times(Math.max(from, born), asked.end().toEpochMilli());
        if (times.length > 0) {
          series.addAll(pod(pod.name(), times, born, rate, failing, quality == Quality.NAN));
        }
      }
    }
    return new SampleMatrix(series);
  }

  /** Requests per second of a revision. */
  private static double rate(int weight, boolean candidate, Quality quality) {
    double all = quality == Quality.FEW ? FEW_REQUESTS : REQUESTS;
    if (quality == Quality.UNSPLIT) {
      return candidate ? 0 : all;
    }
    return all * weight / 100;
  }

  private static long[] times(long after, long until) {
    int count = (int) Math.max(0, Math.floorDiv(until, SCRAPE) - Math.floorDiv(after, SCRAPE));
    var times = new long[count];
    Arrays.setAll(times, i -> (Math.floorDiv(after, SCRAPE) + 1 + i) * SCRAPE);
    return times;
  }

  private static List<RawSeries> pod(
      String pod, long[] times, long born, double rate, double failing, boolean broken) {
    var served = new double[times.length];
    var failed = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      double all = Math.floor(rate * (times[i] - born) / 1000);
      failed[i] = broken ? Double.NaN : Math.floor(all * failing);
      served[i] = all - failed[i];
    }
    return List.of(
        series(pod, TelemetryContract.SERVED, times, served),
        series(pod, TelemetryContract.ERROR, times, failed));
  }

  private static RawSeries series(String pod, String outcome, long[] times, double[] values) {
    return RawSeries.of(
        TelemetryContract.PREDICTIONS,
        new TreeMap<>(
            Map.of(
                "namespace",
                Wish.MODEL.namespace(),
                "pod",
                pod,
                "instance",
                pod + ":8080",
                "job",
                "models",
                TelemetryContract.OUTCOME,
                outcome)),
        times,
        values);
  }
}
