package dev.regularizer.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.WindowCounts.Cohorts;
import dev.regularizer.core.analysis.WindowCounts.Costs;
import dev.regularizer.core.analysis.WindowCounts.Events;
import dev.regularizer.core.counting.CohortCounts;
import dev.regularizer.core.counting.CohortCounts.Cohort;
import dev.regularizer.core.counting.CohortSeries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is kept of stable's windows, per kind of counts. */
class SliHistoryTest {

  private static final DeclaredSli.Ratio DEFAULTS =
      new DeclaredSli.Ratio(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final SliKind COHORTS =
      new SliKind.CohortError(CohortSeries.CONTRACT, 20, SliDefaults.versusAll(DEFAULTS));

  private static Cohorts cohorts(long night) {
    return new Cohorts(
        new CohortCounts(
            new TreeMap<>(Map.of("day", new Cohort(500, 50), "night", new Cohort(500, night)))));
  }

  private static SliPolicy policy(SliKind kind, Optional<DeclaredSli.Ratio> versusStable) {
    return SliDefaults.resolve(
            List.of(
                new DeclaredSli(
                    "sli",
                    kind,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    versusStable,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())))
        .getFirst();
  }

  @Test
  void samplesOfEveryKindAreCounted() {
    assertThat(SliHistory.START.plus(new Events(1, 1, 300), new SliKind.ErrorRate()).samples())
        .isEqualTo(300);
    assertThat(SliHistory.START.plus(cohorts(50), COHORTS).plus(cohorts(50), COHORTS).samples())
        .isEqualTo(2_000);
    assertThat(
            SliHistory.START
                .plus(new Costs(3.5, "eur", 700), new SliKind.CostPerPrediction())
                .samples())
        .isEqualTo(700);
    assertThat(SliHistory.START.plus(cohorts(50), COHORTS).phi()).isEmpty();
  }

  @Test
  void cohortsLikeStablesNeedSoManyLabels() {
    SliPolicy sli = policy(COHORTS, Optional.empty());
    // (ln 20 + 1.6)/(0.5 KL(.1, .13)) = 2,120 labels of each of two cohorts.
    assertThat(
            Needed.toPass(sli, SliHistory.START.plus(cohorts(50), COHORTS), 50, .05).orElseThrow())
        .isBetween(3_800L, 4_700L);
    assertThat(Needed.toPass(sli, SliHistory.START.plus(cohorts(90), COHORTS), 50, .05)).isEmpty();
    assertThat(Needed.toPass(sli, SliHistory.START, 50, .05)).isEqualTo(OptionalLong.of(0));
  }

  @Test
  void nothingIsSaidOfWhatACostNeeds() {
    SliPolicy sli = policy(new SliKind.CostPerPrediction(), Optional.of(DEFAULTS));
    assertThat(
            Needed.toPass(
                sli,
                SliHistory.START.plus(new Costs(3.5, "eur", 700), new SliKind.CostPerPrediction()),
                50,
                .05))
        .isEqualTo(OptionalLong.of(0));
  }
}
