package dev.regularizer.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.SliKind.CohortError;
import dev.regularizer.core.counting.CohortCounts;
import dev.regularizer.core.counting.CohortCounts.Cohort;
import dev.regularizer.core.counting.CohortSeries;
import dev.regularizer.core.statistics.CohortTest;
import dev.regularizer.core.statistics.Direction;
import dev.regularizer.core.statistics.RatioEvidence;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which cohorts are judged by themselves, and which together. */
class CohortPoolingTest {

  private static CohortState after(int windows, int maxCohorts, Map<String, Cohort> cohorts) {
    CohortError kind =
        new CohortError(CohortSeries.CONTRACT, maxCohorts, new VersusAll(1.1, 1.25, .001, .005));
    CohortState state = CohortState.START;
    for (int i = 0; i < windows; i++) {
      state = state.plus(new CohortCounts(new TreeMap<>(cohorts)), kind);
    }
    return state;
  }

  private static RatioEvidence harm(
      RatioEvidence before, long bad, long trials, long allBad, long allTrials) {
    return new CohortTest(1.1, .001, Direction.HARM).add(before, bad, trials, allBad, allTrials);
  }

  private static CohortGroup group(Map<String, CohortGroup> groups, String name) {
    return Objects.requireNonNull(groups.get(name), name);
  }

  @Test
  void smallCohortsAreJudgedTogetherUntilTheyAreLarge() {
    Map<String, Cohort> small =
        Map.of("day", new Cohort(1000, 50), "a", new Cohort(60, 9), "b", new Cohort(20, 3));
    CohortState once = after(1, 20, small);
    assertThat(once.groups().keySet()).containsExactly("day", "other");
    assertThat(group(once.groups(), "other").labels()).isEqualTo(new Cohort(80, 12));
    assertThat(once.rest().harm()).isEqualTo(harm(RatioEvidence.NONE, 12, 80, 62, 1080));
    assertThat(group(once.named(), "a").harm()).isEqualTo(RatioEvidence.NONE);
    CohortState twice = after(2, 20, small);
    assertThat(twice.groups().keySet()).containsExactly("a", "day", "other");
    assertThat(group(twice.named(), "a").harm())
        .isEqualTo(harm(RatioEvidence.NONE, 9, 60, 62, 1080));
    assertThat(twice.rest().harm()).isEqualTo(harm(once.rest().harm(), 3, 20, 62, 1080));
    assertThat(twice.total()).isEqualTo(new Cohort(2160, 124));
  }

  @Test
  void placesGoToTheLargestAndAllOthersShareTheLast() {
    Map<String, Cohort> many =
        Map.of(
            "a", new Cohort(200, 10),
            "b", new Cohort(400, 20),
            "c", new Cohort(300, 15),
            "other", new Cohort(500, 25));
    CohortState state = after(2, 3, many);
    assertThat(state.groups().keySet()).containsExactly("b", "c", "other");
    assertThat(group(state.groups(), "other").labels()).isEqualTo(new Cohort(1400, 70));
  }
}
