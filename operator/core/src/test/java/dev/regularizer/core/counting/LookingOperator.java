package dev.regularizer.core.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Looks at any time, goes on from the stored cursor, and is sometimes away for a while. */
final class LookingOperator {

  private static final int WINDOWS_PER_LOOK = 20;
  private static final long HOUR = 3_600_000;
  static final double THRESHOLD = 0.25;

  private final Schedule schedule;
  private final Fleet fleet;
  private final List<Scraper> scrapers;
  private final boolean classic;

  LookingOperator(Schedule schedule, Fleet fleet, List<Scraper> scrapers, boolean classic) {
    this.schedule = schedule;
    this.fleet = fleet;
    this.scrapers = scrapers;
    this.classic = classic;
  }

  /**
   * A window as it was counted.
   *
   * @param everyPodKnown whether the API server still knew every pod that was there in the window
   */
  record Window(
      WindowEdges edges,
      Reading<PredictionCounts> predictions,
      Reading<LatencyCounts> latency,
      boolean everyPodKnown) {}

  List<Window> run(SplittableRandom random) {
    List<Window> windows = new ArrayList<>();
    long cursor = random.nextLong(0, 20_000);
    long now = cursor;
    while (now < schedule.until()) {
      now +=
          random.nextLong(
              1, random.nextInt(10) == 0 ? 25 * schedule.window() : 2 * schedule.window());
      long closed = (now - schedule.interval() - schedule.lag() - cursor) / schedule.window();
      if (closed > 0) {
        long end = cursor + Math.min(closed, WINDOWS_PER_LOOK) * schedule.window();
        windows.addAll(look(cursor, end, now));
        cursor = end;
      }
    }
    return windows;
  }

  /** One look at everything, long after: the same windows have the same counts. */
  void lookAgainAtAll(int seed, List<Window> before) {
    if (before.isEmpty()) {
      return;
    }
    long start = before.getFirst().edges().startMillis();
    List<Window> again =
        look(start, before.getLast().edges().endMillis(), schedule.until() + 2 * schedule.window());
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i).predictions() instanceof Reading.Counted<PredictionCounts> counted
          && again.get(i).predictions() instanceof Reading.Counted<PredictionCounts> now) {
        assertThat(now).as("%s, window %s", seed, i).isEqualTo(counted);
      }
    }
  }

  private List<Window> look(long cursor, long end, long now) {
    ArmSamples near = samples(cursor - 4 * schedule.interval(), end, now, false);
    List<WindowEdges> all = new ArrayList<>();
    for (long a = cursor; a < end; a += schedule.window()) {
      all.add(new WindowEdges(a, a + schedule.window()));
    }
    boolean readBack =
        all.stream()
            .anyMatch(w -> near.predictions(w) instanceof Reading.ReadBack<PredictionCounts>);
    ArmSamples samples = readBack ? samples(cursor - HOUR, end, now, true) : near;
    return all.stream()
        .map(w ->
            new Window(
                w,
                samples.predictions(w),
                samples.latency(w, THRESHOLD, Scrapes.DURATION),
                known(w, now)))
        .toList();
  }

  private ArmSamples samples(long left, long right, long now, boolean readBack) {
    List<RawSeries> series = new ArrayList<>();
    for (Scraper scraper : scrapers) {
      scraper.answer(left, right, now).stream()
          .filter(s -> classic || s.isHistogram() || s.name().equals(TelemetryContract.PREDICTIONS))
          .forEach(series::add);
    }
    return ArmSamples.of(
        new SampleMatrix(series), Scrapes.ARM, schedule.context(fleet, now, readBack));
  }

  private boolean known(WindowEdges window, long now) {
    return fleet.pods().stream()
        .allMatch(pod -> pod.created() > window.endMillis() || now < pod.deleted());
  }
}
