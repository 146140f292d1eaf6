package dev.regularizer.core.counting;

import java.util.List;

/** Restarts after which no counter of a scrape is smaller than one scrape before. */
final class HiddenRestarts {

  private HiddenRestarts() {}

  /**
   * Whether nothing that can be observed tells of a restart: no counter fell, and the API server
   * does not know this start any more, since another followed or the pod is gone.
   */
  static boolean beyondReach(Fleet fleet, List<Scraper> scrapers, boolean classic) {
    for (Fleet.Pod pod : fleet.pods()) {
      for (Scraper scraper : scrapers) {
        List<Scraper.Scrape> scrapes = scraper.of(pod);
        for (int i = 1; i < scrapes.size(); i++) {
          Fleet.Life life = scrapes.get(i).life();
          boolean known =
              life.from() == pod.lives().getLast().from() && pod.deleted() == Long.MAX_VALUE;
          if (!known && isHidden(scrapes.get(i - 1), scrapes.get(i), classic)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isHidden(Scraper.Scrape before, Scraper.Scrape after, boolean classic) {
    if (before.life().from() == after.life().from()) {
      return false;
    }
    for (int outcome = 0; outcome < Fleet.OUTCOMES.size(); outcome++) {
      int now = after.ofOutcome(outcome);
      if (now < before.ofOutcome(outcome) && (outcome == 0 || now > 0)) {
        return false;
      }
    }
    for (int latency = 0; classic && latency < Fleet.SECONDS.length; latency++) {
      if (after.upToLatency(latency) < before.upToLatency(latency)) {
        return false;
      }
    }
    return after.counted() >= before.counted() && before.counted() > 0;
  }
}
