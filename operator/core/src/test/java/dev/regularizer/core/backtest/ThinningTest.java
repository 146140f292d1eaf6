package dev.regularizer.core.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.regularizer.core.analysis.WindowCounts.Cohorts;
import dev.regularizer.core.analysis.WindowCounts.Costs;
import dev.regularizer.core.counting.CohortCounts;
import dev.regularizer.core.counting.CohortCounts.Cohort;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A window split between two revisions: nothing is lost, and only the candidate is harmed. */
class ThinningTest {

  private static final CohortCounts WINDOW =
      new CohortCounts(
          new TreeMap<>(
              Map.of(
                  "day", new Cohort(1_000, 100),
                  "dusk", new Cohort(40, 0),
                  "night", new Cohort(200, 30))));

  private static Thinning thinning(long seed) {
    return new Thinning(new SplittableRandom(seed)::nextDouble);
  }

  @Test
  void cohortsAreSplitLabelByLabel() {
    for (int seed = 0; seed < 50; seed++) {
      var split = thinning(seed).split(new Cohorts(WINDOW), .3, 0);
      var ours = ((Cohorts) split.candidate()).counts();
      var rest = ((Cohorts) split.stable()).counts();
      assertThat(ours.plus(rest)).isEqualTo(WINDOW);
      assertThat(ours.total().labeled()).isBetween(300L, 450L);
    }
  }

  @Test
  void harmIsOneCohortsOnly() {
    var split = thinning(7).split(new Cohorts(WINDOW), .5, 1);
    var ours = ((Cohorts) split.candidate()).counts().cohorts();
    var rest = ((Cohorts) split.stable()).counts().cohorts();
    var day = ours.getOrDefault("day", Cohort.NONE);
    assertThat(day.errors()).isEqualTo(day.labeled());
    assertThat(ours.getOrDefault("dusk", Cohort.NONE).errors()).isZero();
    assertThat(rest.getOrDefault("day", Cohort.NONE).errors()).isLessThan(100);
  }

  @Test
  void costsGoWithTheirPredictions() {
    var fine = thinning(3).split(new Costs(500, "eur", 1_000), .25, 0);
    var ours = (Costs) fine.candidate();
    var rest = (Costs) fine.stable();
    assertThat(ours.trials() + rest.trials()).isEqualTo(1_000);
    assertThat(ours.cost() + rest.cost()).isCloseTo(500, within(1e-9));
    assertThat(ours.cost() / ours.trials()).isCloseTo(.5, within(1e-12));
    var dear = thinning(3).split(new Costs(500, "eur", 1_000), .25, .1);
    assertThat(((Costs) dear.candidate()).cost()).isCloseTo(1.1 * ours.cost(), within(1e-9));
    assertThat(dear.stable()).isEqualTo(rest);
    assertThat(thinning(3).split(Costs.NONE, .25, .1).candidate()).isEqualTo(Costs.NONE);
  }
}
