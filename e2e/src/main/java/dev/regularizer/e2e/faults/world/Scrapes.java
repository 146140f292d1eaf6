package dev.regularizer.e2e.faults.world;

import java.util.ArrayList;
import java.util.List;

/** The counters of one pod, scraped once a second. */
final class Scrapes {
  private static final int KEPT = 300;

  private final List<Scrape> all = new ArrayList<>();
  private double served;
  private double failed;

  /**
   * One scrape.
   *
   * @param second since the epoch
   */
  record Scrape(long second, double served, double failed) {}

  synchronized void add(long second, double requests, double errors) {
    served += requests * (1 - errors);
    failed += requests * errors;
    all.add(new Scrape(second, Math.floor(served), Math.floor(failed)));
    if (all.size() > KEPT) {
      all.removeFirst();
    }
  }

  /** Scrapes later than {@code from} and not later than {@code to}, in milliseconds. */
  synchronized List<Scrape> between(long from, long to) {
    return all.stream()
        .filter(it -> it.second() * 1000 > from && it.second() * 1000 <= to)
        .toList();
  }
}
