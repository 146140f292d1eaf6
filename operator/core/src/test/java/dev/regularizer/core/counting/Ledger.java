package dev.regularizer.core.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What really happened, request by request, to hold the counts against. */
final class Ledger {

  /** A request that no scrape saw: the process ended before the next one. */
  private static final long LOST = Long.MIN_VALUE;

  private final Schedule schedule;
  private final List<Scraper> scrapers;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<Entry> counted = new HashSet<>();

  /**
   * One request.
   *
   * @param seenAt per scraper, the first scrape that has it in its counts
   */
  private record Entry(int number, Fleet.Pod pod, Fleet.Request request, List<Long> seenAt) {

    @Override
    public int hashCode() {
      return number;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Entry entry && entry.number == number;
    }
  }

  Ledger(Schedule schedule, Fleet fleet, List<Scraper> scrapers) {
    this.schedule = schedule;
    this.scrapers = scrapers;
    for (Fleet.Pod pod : fleet.pods()) {
      for (Fleet.Life life : pod.lives()) {
        for (Fleet.Request request : life.requests()) {
          List<Long> seen =
              scrapers.stream().map(one -> seenBy(one, pod, life, request.at())).toList();
          entries.add(new Entry(entries.size(), pod, request, seen));
        }
      }
    }
  }

  /** Every window holds what its scrapes saw first; over all windows no request is there twice. */
  void check(int seed, List<LookingOperator.Window> windows) {
    for (LookingOperator.Window window : windows) {
      check(seed, window);
    }
    List<WindowEdges> invalid =
        windows.stream()
            .filter(w -> w.predictions() instanceof Reading.Invalid<PredictionCounts>)
            .map(LookingOperator.Window::edges)
            .toList();
    if (!windows.isEmpty()) {
      long from = windows.getFirst().edges().startMillis();
      long to = windows.getLast().edges().endMillis();
      for (Entry entry : entries) {
        boolean outside = entry.seenAt().stream().anyMatch(at -> at <= from || at > to);
        boolean excused =
            entry.seenAt().stream().anyMatch(at -> invalid.stream().anyMatch(w -> w.contains(at)));
        assertThat(counted.contains(entry) || outside || excused)
            .as("%s: neither counted nor in an invalid window: %s", seed, entry)
            .isTrue();
      }
    }
  }

  private void check(int seed, LookingOperator.Window window) {
    long[] expected = new long[Fleet.OUTCOMES.size()];
    long slow = 0;
    Map<String, Integer> counting = new HashMap<>();
    for (Entry entry : entries) {
      int scraper =
          counting.computeIfAbsent(entry.pod().name(), _ -> counting(entry.pod(), window.edges()));
      if (window.edges().contains(entry.seenAt().get(scraper))) {
        expected[entry.request().outcome()]++;
        slow += Fleet.SECONDS[entry.request().latency()] > LookingOperator.THRESHOLD ? 1 : 0;
        if (window.predictions() instanceof Reading.Counted<PredictionCounts>) {
          assertThat(counted.add(entry)).as("%s: counted twice: %s", seed, entry).isTrue();
        }
      }
    }
    if (window.predictions() instanceof Reading.Counted<PredictionCounts>(var counts)) {
      assertThat(new long[] {counts.served(), counts.rejected(), counts.error()})
          .as("%s, %s", seed, window.edges())
          .containsExactly(expected);
    }
    if (window.latency() instanceof Reading.Counted<LatencyCounts>(var counts)) {
      long total = expected[0] + expected[1] + expected[2];
      assertThat(counts)
          .as("%s, %s", seed, window.edges())
          .isEqualTo(new LatencyCounts(total, slow, slow));
    }
    assertThat(window.latency()).hasSameClassAs(window.predictions());
    if (window.predictions() instanceof Reading.NoData<PredictionCounts>) {
      assertThat(expected).containsOnly(0);
    }
  }

  /** The first of the scrapers that scraped a pod of late. */
  private int counting(Fleet.Pod pod, WindowEdges window) {
    long since = window.startMillis() - 4 * schedule.interval();
    for (int i = 0; i < scrapers.size(); i++) {
      for (Scraper.Scrape scrape : scrapers.get(i).of(pod)) {
        if (scrape.at() > since && scrape.at() <= window.endMillis()) {
          return i;
        }
      }
    }
    return 0;
  }

  private static long seenBy(Scraper scraper, Fleet.Pod pod, Fleet.Life life, long at) {
    for (Scraper.Scrape scrape : scraper.of(pod)) {
      if (scrape.life().from() == life.from() && scrape.at() >= at) {
        return scrape.at();
      }
    }
    return LOST;
  }
}
