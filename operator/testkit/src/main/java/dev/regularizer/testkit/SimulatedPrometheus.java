package dev.regularizer.testkit;

import dev.regularizer.core.counting.RawSeries;
import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.counting.TelemetryContract;
import dev.regularizer.core.effect.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Counters of one target per revision, scraped in step. Requests arrive evenly, shares are exact up
 * to rounding, so the same script gives the same samples.
 */
final class SimulatedPrometheus {
  private static final int SEED = 4;
  private static final int READ_BACK = 1800;
  private static final String LABELER = "labeler-7c5d9-x2x4z";

  private final Duration scrapeInterval;
  private final SimulatedExpressions expressions = new SimulatedExpressions();
  private final Map<String, List<Scrape>> scrapes = new HashMap<>();
  private final Map<String, SimulatedTotals> totals = new HashMap<>();
  private boolean reachable = true;
  private boolean storing = true;
  private boolean broken;

  SimulatedPrometheus(Duration scrapeInterval) {
    this.scrapeInterval = scrapeInterval;
  }

  private record Scrape(
      long at, SimulatedTotals totals, boolean broken, double queue, boolean labeler) {}

  void reachable(boolean now) {
    reachable = now;
  }

  void storing(boolean now) {
    storing = now;
  }

  /** From now on every sample of the counters is NaN. */
  void broken(boolean now) {
    broken = now;
  }

  /** From now on expressions are refused. */
  void refusing(boolean now) {
    expressions.refusing(now);
  }

  boolean answers() {
    return reachable;
  }

  /** A target served some requests since the last scrape and is scraped now. */
  void scrape(String target, double requests, SimulatedServer server, Instant now) {
    var sum = totals.getOrDefault(target, SimulatedTotals.NONE).plus(requests, server);
    totals.put(target, sum);
    if (storing) {
      scrapes
          .computeIfAbsent(target, _ -> new ArrayList<>())
          .add(
              new Scrape(
                  now.toEpochMilli(), sum, broken, server.queue(), server.labels().labeler()));
    }
  }

  /** Raw samples of the targets of some Deployments between two instants. */
  SampleMatrix query(String namespace, List<String> deployments, Instant from, Instant to) {
    var series = new ArrayList<RawSeries>();
    for (var entry : new TreeMap<>(scrapes).entrySet()) {
      if (deployments.stream().noneMatch(one -> entry.getKey().startsWith(one + "-"))) {
        continue;
      }
      var inside =
          entry.getValue().stream()
              .filter(one -> one.at() > from.toEpochMilli() && one.at() <= to.toEpochMilli())
              .toList();
      if (!inside.isEmpty()) {
        series.addAll(series(namespace, entry.getKey(), inside));
        series.addAll(labels(namespace, entry.getKey(), inside));
      }
    }
    return new SampleMatrix(series);
  }

  /** What a request for windows is answered with. */
  SampleMatrix look(String namespace, Request.Samples request) {
    var seed = scrapeInterval.multipliedBy(request.readBack() ? READ_BACK : SEED);
    return query(namespace, request.revisions(), request.cursor().minus(seed), request.end())
        .plus(expressions.answer(namespace, request, this::queues));
  }

  /** Every sample so far of some Deployments, and every answer to an expression. */
  SampleMatrix everything(String namespace, List<String> deployments, Instant now) {
    return query(namespace, deployments, Instant.EPOCH, now).plus(expressions.answered());
  }

  /**
   * What the pods of a Deployment said at their last scrapes; those without a queue say nothing.
   */
  private double[] queues(String deployment, Instant until) {
    return new TreeMap<>(scrapes)
        .entrySet().stream()
            .filter(one -> one.getKey().startsWith(deployment + "-"))
            .flatMap(one ->
                one.getValue().stream()
                    .filter(scrape -> scrape.at() <= until.toEpochMilli() && scrape.queue() >= 0)
                    .reduce((_, later) -> later)
                    .stream())
            .mapToDouble(Scrape::queue)
            .toArray();
  }

  Duration scrapeInterval() {
    return scrapeInterval;
  }

  private static List<RawSeries> series(String namespace, String pod, List<Scrape> scrapes) {
    var all = new ArrayList<RawSeries>();
    all.add(outcome(namespace, pod, scrapes, TelemetryContract.REJECTED));
    all.add(outcome(namespace, pod, scrapes, TelemetryContract.ERROR));
    all.add(outcome(namespace, pod, scrapes, TelemetryContract.SERVED));
    if (scrapes.getLast().totals().cost() > 0) {
      all.add(
          one(
              TelemetryContract.COST,
              labels(namespace, pod, TelemetryContract.UNIT, "eur"),
              scrapes,
              s -> s.totals().cost()));
    }
    return all;
  }

  /** What is known of true labels, from the pod or from the labeler. */
  private static List<RawSeries> labels(String namespace, String pod, List<Scrape> scrapes) {
    var all = new ArrayList<RawSeries>();
    boolean labeler = scrapes.getLast().labeler();
    for (int bin : scrapes.getLast().totals().bins().keySet()) {
      var known = scrapes.stream().filter(one -> one.totals().bins().containsKey(bin)).toList();
      var labels = labels(labeler, namespace, pod, TelemetryContract.BIN, String.valueOf(bin));
      all.add(one(TelemetryContract.LABELED, labels, known, s -> s.totals().labeled(bin)));
      all.add(
          one(
              TelemetryContract.CONFIDENCE,
              labels,
              known,
              s -> s.totals().labeled(bin) * s.totals().bin(bin).confidence()));
      all.add(
          one(
              TelemetryContract.CORRECT,
              labels,
              known,
              s -> Math.min(s.totals().labeled(bin), Math.floor(s.totals().bin(bin).correct()))));
    }
    for (var cohort : scrapes.getLast().totals().cohorts().keySet()) {
      var known =
          scrapes.stream().filter(one -> one.totals().cohorts().containsKey(cohort)).toList();
      var labels = labels(labeler, namespace, pod, TelemetryContract.COHORT, cohort);
      all.add(
          one(
              TelemetryContract.COHORT_LABELED,
              labels,
              known,
              s -> Math.floor(s.totals().cohort(cohort).labeled())));
      all.add(
          one(
              TelemetryContract.COHORT_ERRORS,
              labels,
              known,
              s -> Math.floor(s.totals().cohort(cohort).errors())));
    }
    return all;
  }

  private static RawSeries outcome(
      String namespace, String pod, List<Scrape> scrapes, String outcome) {
    return one(
        TelemetryContract.PREDICTIONS,
        labels(namespace, pod, TelemetryContract.OUTCOME, outcome),
        scrapes,
        s ->
            switch (outcome) {
              case TelemetryContract.REJECTED -> Math.floor(s.totals().rejected());
              case TelemetryContract.ERROR -> Math.floor(s.totals().errors());
              default ->
                  Math.floor(s.totals().requests())
                      - Math.floor(s.totals().rejected())
                      - Math.floor(s.totals().errors());
            });
  }

  private static RawSeries one(
      String name,
      SortedMap<String, String> labels,
      List<Scrape> scrapes,
      ToDoubleFunction<Scrape> value) {
    var times = scrapes.stream().mapToLong(Scrape::at).toArray();
    var values =
        scrapes.stream()
            .mapToDouble(s -> s.broken() ? Double.NaN : value.applyAsDouble(s))
            .toArray();
    return RawSeries.of(name, labels, times, values);
  }

  private static SortedMap<String, String> labels(
      String namespace, String pod, String key, String value) {
    return new TreeMap<>(
        Map.of(
            "namespace",
            namespace,
            "pod",
            pod,
            "instance",
            pod + ":8080",
            "job",
            "models",
            key,
            value));
  }

  /** A labeler counts for all revisions, and says in labels of its own whose a prediction is. */
  private static SortedMap<String, String> labels(
      boolean labeler, String namespace, String pod, String key, String value) {
    if (!labeler) {
      return labels(namespace, pod, key, value);
    }
    var labels = labels(namespace, LABELER, key, value);
    var revision = pod.substring(0, pod.lastIndexOf('-', pod.lastIndexOf('-') - 1));
    labels.put(TelemetryContract.MODEL, revision.substring(0, revision.lastIndexOf('-')));
    labels.put(TelemetryContract.REVISION, revision.substring(revision.lastIndexOf('-') + 1));
    return labels;
  }
}
