package dev.regularizer.core.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Whatever the schedule of scrapes, restarts and looks: every request is counted exactly once, or
 * the window is invalid for a named reason; only what a crash took with it is lost.
 */
class ConservationPropertyTest {

  private static final int CASES = 3_000;

  @Test
  void everyRequestIsCountedOnceOrItsWindowIsInvalid() {
    int counted = 0;
    int invalid = 0;
    int replicas = 0;
    int restarts = 0;
    Set<InvalidReason> reasons = new HashSet<>();
    for (int seed = 0; seed < CASES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Schedule schedule = Schedule.draw(random);
      Fleet fleet = Fleet.draw(random, schedule);
      List<Scraper> scrapers = new ArrayList<>();
      for (int i = 0; i < schedule.scrapers(); i++) {
        scrapers.add(new Scraper(schedule, fleet, "replica-" + i, random));
      }
      boolean classic = seed % 2 == 0;
      if (HiddenRestarts.beyondReach(fleet, scrapers, classic)) {
        continue;
      }
      LookingOperator operator = new LookingOperator(schedule, fleet, scrapers, classic);
      List<LookingOperator.Window> windows = operator.run(random);
      new Ledger(schedule, fleet, scrapers).check(seed, windows);
      for (LookingOperator.Window window : windows) {
        if (window.predictions() instanceof Reading.Invalid<PredictionCounts> broken) {
          assertThat(schedule.isCalm() && window.everyPodKnown())
              .as("%s %s", seed, broken)
              .isFalse();
          reasons.add(broken.reason());
          invalid++;
        } else {
          counted++;
          replicas += schedule.scrapers() > 1 ? 1 : 0;
          restarts += schedule.restarts() ? 1 : 0;
        }
      }
      operator.lookAgainAtAll(seed, windows);
    }
    assertThat(counted).isGreaterThan(3 * invalid);
    assertThat(replicas).isGreaterThan(CASES);
    assertThat(restarts).isGreaterThan(CASES);
    assertThat(reasons)
        .containsExactlyInAnyOrder(InvalidReason.ScrapeGap, InvalidReason.ScrapeTooSlow);
  }
}
