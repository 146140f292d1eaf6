package dev.regularizer.core.counting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** One Prometheus server: scrapes late, misses scrapes, is away, and answers with raw samples. */
final class Scraper {

  private static final String[] BOUNDS_2 = {"0.100", "0.250", "0.500", "+Inf"};
  private static final String[] BOUNDS_3 = {"0.1", "0.25", "0.5", "+Inf"};

  private final Schedule schedule;
  private final String replica;
  private final List<Fleet.Pod> pods;
  private final Map<String, List<Scrape>> scrapes = new HashMap<>();

  /**
   * A scrape that came through.
   *
   * @param visibleAt when queries see it
   * @param counted how many requests of this life were counted
   */
  record Scrape(long at, long visibleAt, Fleet.Life life, int counted) {

    int ofOutcome(int outcome) {
      return life.tallies().get(counted).byOutcome().get(outcome);
    }

    int ofLatency(int latency) {
      return life.tallies().get(counted).byLatency().get(latency);
    }

    int upToLatency(int latency) {
      int sum = 0;
      for (int i = 0; i <= latency; i++) {
        sum += ofLatency(i);
      }
      return sum;
    }
  }

  Scraper(Schedule schedule, Fleet fleet, String replica, SplittableRandom random) {
    this.schedule = schedule;
    this.replica = replica;
    this.pods = fleet.pods();
    long awayFrom = schedule.outages() ? random.nextLong(-20_000, schedule.until()) : 0;
    long awayTo = awayFrom + (schedule.outages() ? random.nextLong(1_000, 90_000) : 0);
    for (Fleet.Pod pod : fleet.pods()) {
      List<Scrape> all = new ArrayList<>();
      long discovered = pod.created() + random.nextLong(0, schedule.interval() + 500);
      for (long at = discovered; at < schedule.until(); at += schedule.interval()) {
        long late = at + random.nextLong(0, schedule.interval() / 10);
        Fleet.Life life = pod.lifeAt(late);
        boolean away = late >= awayFrom && late < awayTo;
        if (life.isAliveAt(late) && !away && random.nextInt(100) >= schedule.misses()) {
          long visible = late + random.nextLong(0, schedule.interval() + schedule.lag());
          all.add(new Scrape(late, visible, life, life.countedAt(late)));
        }
      }
      scrapes.put(pod.name(), all);
    }
  }

  String replica() {
    return replica;
  }

  List<Scrape> of(Fleet.Pod pod) {
    return scrapes.getOrDefault(pod.name(), List.of());
  }

  /** The answer to a range selector at a time, as both versions of Prometheus give it. */
  List<RawSeries> answer(long left, long right, long now) {
    boolean closed = now < schedule.upgradeAt();
    List<RawSeries> series = new ArrayList<>();
    for (Fleet.Pod pod : pods) {
      List<Scrape> all = of(pod);
      List<Scrape> seen =
          all.stream()
              .filter(s -> (s.at() > left || (closed && s.at() == left)) && s.at() <= right)
              .filter(s -> s.visibleAt() <= now)
              .toList();
      series.addAll(series(pod, seen));
    }
    return series;
  }

  private List<RawSeries> series(Fleet.Pod pod, List<Scrape> seen) {
    List<RawSeries> all = new ArrayList<>();
    for (int outcome = 0; outcome < Fleet.OUTCOMES.size(); outcome++) {
      int one = outcome;
      // A counter with a label appears with its first event; the first outcome is there at once.
      List<Scrape> exported = seen.stream().filter(s -> one == 0 || s.ofOutcome(one) > 0).toList();
      addTo(
          all,
          TelemetryContract.PREDICTIONS,
          labels(pod, TelemetryContract.OUTCOME, Fleet.OUTCOMES.get(outcome)),
          exported,
          s -> s.ofOutcome(one));
    }
    List<Scrape> before = seen.stream().filter(s -> s.at() < schedule.upgradeAt()).toList();
    List<Scrape> since = seen.stream().filter(s -> s.at() >= schedule.upgradeAt()).toList();
    for (int bucket = 0; bucket < BOUNDS_2.length; bucket++) {
      int upTo = bucket;
      String name = TelemetryContract.DURATION_BUCKET;
      String le = TelemetryContract.LE;
      var two = labels(pod, le, BOUNDS_2[bucket]);
      var three = labels(pod, le, BOUNDS_3[bucket]);
      addTo(all, name, two, before, s -> s.upToLatency(upTo));
      addTo(all, name, three, since, s -> s.upToLatency(upTo));
    }
    addTo(all, TelemetryContract.DURATION_COUNT, labels(pod), seen, Scrape::counted);
    if (!seen.isEmpty()) {
      all.add(
          RawSeries.ofHistograms(
              TelemetryContract.DURATION,
              labels(pod),
              seen.stream().mapToLong(Scrape::at).toArray(),
              seen.stream().map(Scraper::nativeOf).toList()));
    }
    return all;
  }

  private static void addTo(
      List<RawSeries> all,
      String name,
      SortedMap<String, String> labels,
      List<Scrape> scrapes,
      ToDoubleFunction<Scrape> value) {
    if (!scrapes.isEmpty()) {
      all.add(
          RawSeries.of(
              name,
              labels,
              scrapes.stream().mapToLong(Scrape::at).toArray(),
              scrapes.stream().mapToDouble(value).toArray()));
    }
  }

  /** Schema 0: its boundaries are the powers of two, so .25 is one. */
  private static NativeHistogram nativeOf(Scrape scrape) {
    List<NativeHistogram.Bucket> buckets = new ArrayList<>();
    for (int latency = 0; latency < Fleet.SECONDS.length; latency++) {
      double count = scrape.ofLatency(latency);
      double upper = Math.pow(2, Math.ceil(Math.log(Fleet.SECONDS[latency]) / Math.log(2)));
      if (count > 0) {
        buckets.add(new NativeHistogram.Bucket(upper / 2, upper, count));
      }
    }
    return new NativeHistogram(scrape.counted(), 0, buckets);
  }

  private SortedMap<String, String> labels(Fleet.Pod pod, String... more) {
    var labels = new TreeMap<String, String>();
    labels.put("namespace", "vision");
    labels.put("pod", pod.name());
    labels.put("instance", pod.name() + ":8080");
    labels.put("job", "models");
    if (schedule.scrapers() > 1) {
      labels.put("prometheus_replica", replica);
    }
    for (int i = 0; i < more.length; i += 2) {
      labels.put(more[i], more[i + 1]);
    }
    return labels;
  }
}
