package dev.regularizer.core.present;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.Risk;
import dev.regularizer.core.analysis.SliAnalysis;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind.CohortError;
import dev.regularizer.core.analysis.SliState;
import dev.regularizer.core.analysis.SliWindow;
import dev.regularizer.core.analysis.WindowCounts.Cohorts;
import dev.regularizer.core.counting.CohortCounts;
import dev.regularizer.core.counting.CohortCounts.Cohort;
import dev.regularizer.core.counting.CohortSeries;
import dev.regularizer.core.counting.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a person on call reads about cohorts. */
class CohortExplanationTest {

  private static final SliAnalysis ANALYSIS =
      new SliAnalysis(
          SliDefaults.resolve(
                  List.of(
                      new DeclaredSli(
                          "fairness",
                          new CohortError(
                              CohortSeries.CONTRACT,
                              20,
                              SliDefaults.versusAll(
                                  new DeclaredSli.Ratio(
                                      Optional.empty(),
                                      Optional.empty(),
                                      Optional.empty(),
                                      Optional.empty()))),
                          Optional.empty(),
                          Optional.empty(),
                          Optional.empty(),
                          Optional.empty(),
                          Optional.empty(),
                          Optional.empty(),
                          Optional.empty())))
              .getFirst(),
          new Risk(.05, .05));

  private static String explained(int windows, Map<String, Cohort> cohorts) {
    var state = SliState.START;
    for (int i = 0; i < windows; i++) {
      state =
          ANALYSIS.fold(
              state,
              new SliWindow(
                  10,
                  Duration.ofHours(1),
                  true,
                  new Reading.Counted<>(new Cohorts(new CohortCounts(new TreeMap<>(cohorts)))),
                  new Reading.NoData<>()));
    }
    return Explanation.of(ANALYSIS.policy(), ANALYSIS.result(state), OptionalLong.empty());
  }

  @Test
  void theWorstCohortIsNamed() {
    assertThat(explained(10, Map.of("day", new Cohort(800, 80), "night", new Cohort(200, 60))))
        .startsWith("fairness: cohort night has 2.14 times the share of wrong predictions of all")
        .contains("from 10,000 labelled predictions, objective 1.1 times, limit 1.25 times")
        .contains("proven worse than all cohorts together by more than allowed");
  }

  @Test
  void evenCohortsHaveNoHarmProven() {
    assertThat(explained(2, Map.of("day", new Cohort(800, 80), "night", new Cohort(200, 20))))
        .contains("1 times the share")
        .endsWith("no harm proven so far");
  }

  @Test
  void oneCohortIsComparedWithNothing() {
    assertThat(explained(2, Map.of("day", new Cohort(800, 80))))
        .startsWith(
            "fairness: no cohort that can be compared with all from 1,600 labelled predictions");
  }
}
