package dev.regularizer.core.analysis;

import static dev.regularizer.core.analysis.Slis.fold;
import static dev.regularizer.core.analysis.Slis.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.regularizer.core.analysis.SliKind.CohortError;
import dev.regularizer.core.analysis.WindowCounts.Cohorts;
import dev.regularizer.core.counting.CohortCounts;
import dev.regularizer.core.counting.CohortCounts.Cohort;
import dev.regularizer.core.counting.CohortSeries;
import dev.regularizer.core.counting.Reading;
import dev.regularizer.core.statistics.CohortTest;
import dev.regularizer.core.statistics.Direction;
import dev.regularizer.core.statistics.RatioEvidence;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Verdicts on the errors of cohorts. */
class CohortVerdictTest {

  private static final DeclaredSli.Ratio DEFAULTS =
      new DeclaredSli.Ratio(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  private static final SliAnalysis ANALYSIS = analysis(20);

  private static DeclaredSli declared(int maxCohorts) {
    return new DeclaredSli(
        "fairness",
        new CohortError(CohortSeries.CONTRACT, maxCohorts, SliDefaults.versusAll(DEFAULTS)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static SliAnalysis analysis(int maxCohorts) {
    return Slis.analysis(declared(maxCohorts));
  }

  private static SliWindow cohorts(Map<String, Cohort> cohorts) {
    return window(new Cohorts(new CohortCounts(new TreeMap<>(cohorts))), Cohorts.NONE);
  }

  /** Three cohorts of 500, 300 and 200 labels. */
  private static SliWindow three(long day, long dusk, long night) {
    return cohorts(
        Map.of(
            "day", new Cohort(500, day),
            "dusk", new Cohort(300, dusk),
            "night", new Cohort(200, night)));
  }

  @Test
  void defaults() {
    assertThat(SliDefaults.versusAll(DEFAULTS)).isEqualTo(new VersusAll(1.1, 1.25, .001, .005));
    assertThat(
            SliDefaults.versusAll(
                new DeclaredSli.Ratio(
                    Optional.of(1.3), Optional.empty(), Optional.of(.01), Optional.empty())))
        .isEqualTo(new VersusAll(1.3, 1.45, .01, .01));
    assertThat(ANALYSIS.policy().gate()).isEqualTo(Gate.NoFail);
    assertThat(ANALYSIS.policy().minimum()).isEqualTo(300);
    assertThat(ANALYSIS.policy().countsRequests()).isFalse();
    assertThat(ANALYSIS.policy().goesOnWhileBaking()).isTrue();
    assertThat(BakeAnalysis.watches(ANALYSIS.policy())).isFalse();
  }

  @Test
  void aLineMakesSense() {
    assertThatThrownBy(() -> new VersusAll(1.1, 1.1, 0, 0))
        .hasMessageContaining("limit 1.1 is not above objective 1.1");
    assertThatThrownBy(() -> new VersusAll(1.1, 1.2, .01, .005)).hasMessageContaining("floors");
    assertThatThrownBy(() -> analysis(1)).hasMessageContaining("maxCohorts 1 is not in 2 to 20");
    assertThatThrownBy(() -> analysis(21)).hasMessageContaining("maxCohorts 21");
    assertThatThrownBy(() ->
            Slis.analysis(
                Slis.declared(
                    "fairness",
                    new CohortError(CohortSeries.CONTRACT, 20, new VersusAll(1.1, 1.25, 0, 0)),
                    .05)))
        .hasMessageContaining("judged against all cohorts of the same revision only");
  }

  @Test
  void aBadCohortFailsAndIsNamed() {
    SliState state = fold(ANALYSIS, SliState.START, 8, three(50, 30, 60));
    SliResult result = ANALYSIS.result(state);
    assertThat(result.verdict()).isEqualTo(Verdict.Fail);
    assertThat(result.reason()).isEqualTo(SliReason.CohortWorseThanAll);
    assertThat(result.cohort()).contains("night");
    assertThat(result.estimate().orElseThrow()).isCloseTo(.3 / .14, within(1e-12));
    assertThat(result.lower().orElseThrow()).isBetween(1.1, .3 / .14);
    assertThat(result.upper().orElseThrow()).isGreaterThan(.3 / .14);
    assertThat(result.samples()).isEqualTo(8_000);
    assertThat(result.badEvents()).isEqualTo(8 * 140);
    assertThat(result.evidenceFail()).isGreaterThan(1);
    assertThat(ANALYSIS.decisive(state).cohort()).contains("night");
  }

  @Test
  void evenCohortsKeepTheGateMetAndPassInTime() {
    SliAnalysis asked = Slis.analysis(Slis.with(declared(20), Gate.Pass));
    SliState state = fold(asked, SliState.START, 1, three(50, 30, 20));
    SliResult early = asked.result(state);
    assertThat(early.verdict()).isEqualTo(Verdict.Undecided);
    assertThat(early.gateMet()).isFalse();
    long needed = early.projected().orElseThrow();
    assertThat(needed).isBetween(5_000L, 60_000L);
    int windows = 1;
    while (!asked.result(state).passLatched()) {
      state = asked.fold(state, three(50, 30, 20));
      windows++;
    }
    assertThat(1_000L * windows).isBetween(needed / 2, needed * 2);
    assertThat(asked.result(state).verdict()).isEqualTo(Verdict.Pass);
    assertThat(asked.result(state).evidenceFail()).isNegative();
    assertThat(ANALYSIS.result(state).gateMet()).as("NoFail").isTrue();
  }

  @Test
  void whatFewLabelsSayDecidesNothing() {
    SliState state =
        ANALYSIS.fold(
            SliState.START,
            cohorts(Map.of("day", new Cohort(150, 1), "night", new Cohort(120, 90))));
    SliResult result = ANALYSIS.result(state);
    assertThat(result.evidenceFail()).isGreaterThan(1);
    assertThat(result.verdict()).isEqualTo(Verdict.Undecided);
    assertThat(result.reason()).isEqualTo(SliReason.BelowMinimum);
    assertThat(result.countedLogHarm()).isZero();
  }

  @Test
  void aPlaceThatIsNotTakenBetsNothing() {
    SliState state = fold(ANALYSIS, SliState.START, 1, three(50, 30, 60));
    double sum = 0;
    sum += Math.exp(logHarm(50, 500)) + Math.exp(logHarm(30, 300)) + Math.exp(logHarm(60, 200));
    assertThat(ANALYSIS.result(state).logHarm())
        .isCloseTo(Math.log((sum + 17) / 20), within(1e-12));
  }

  @Test
  void nothingIsAskedOfACohortThatIsMostOfAll() {
    SliAnalysis asked = Slis.analysis(Slis.with(declared(20), Gate.Pass));
    SliState state =
        fold(
            asked,
            SliState.START,
            60,
            cohorts(Map.of("day", new Cohort(900, 45), "night", new Cohort(100, 5))));
    assertThat(asked.result(state).passLatched()).isTrue();
    SliState bad =
        fold(
            asked,
            SliState.START,
            60,
            cohorts(Map.of("day", new Cohort(900, 45), "night", new Cohort(100, 10))));
    assertThat(asked.result(bad).verdict()).isEqualTo(Verdict.Fail);
    assertThat(asked.result(bad).cohort()).contains("night");
  }

  @Test
  void oneCohortIsComparedWithNothing() {
    SliState state =
        fold(ANALYSIS, SliState.START, 30, cohorts(Map.of("day", new Cohort(900, 450))));
    SliResult result = ANALYSIS.result(state);
    assertThat(result.verdict()).isEqualTo(Verdict.Undecided);
    assertThat(result.cohort()).isEmpty();
    assertThat(result.estimate()).isEmpty();
    assertThat(result.projected()).isEmpty();
    assertThat(result.logSafe()).isZero();
    assertThat(result.logHarm()).isZero();
  }

  @Test
  void cohortsWithoutErrorsPassByTheFloor() {
    SliAnalysis asked = Slis.analysis(Slis.with(declared(20), Gate.Pass));
    SliState state =
        fold(
            asked,
            SliState.START,
            30,
            cohorts(Map.of("day", new Cohort(100, 0), "night", new Cohort(100, 0))));
    assertThat(asked.result(state).verdict()).isEqualTo(Verdict.Pass);
    assertThat(asked.result(state).estimate()).isEmpty();
  }

  @Test
  void withoutCohortsThereIsNoVerdict() {
    SliWindow nothing =
        new SliWindow(
            10, Duration.ofHours(1), true, new Reading.NoData<>(), new Reading.NoData<>());
    SliState fine = fold(ANALYSIS, SliState.START, 3, three(50, 30, 20));
    assertThat(ANALYSIS.result(fold(ANALYSIS, fine, 2, nothing)).verdict())
        .isEqualTo(Verdict.NoData);
    assertThat(fold(ANALYSIS, fine, 2, nothing).cohorts()).isEqualTo(fine.cohorts());
  }

  /** Twenty cohorts, each of which gets errors with the probability of all. */
  @Test
  void storingChangesNothingAndTakesFewBytes() {
    SplittableRandom random = new SplittableRandom(89);
    SliState straight = SliState.START;
    SliState stored = SliState.START;
    for (int j = 0; j < 60; j++) {
      TreeMap<String, Cohort> cohorts = new TreeMap<>();
      for (int i = 0; i < 25; i++) {
        long labeled = random.nextLong(0, 40);
        if (labeled > 0) {
          cohorts.put("cohort-" + i, new Cohort(labeled, random.nextLong(0, labeled / 5 + 1)));
        }
      }
      straight = ANALYSIS.fold(straight, cohorts(cohorts));
      stored = SliState.of(ANALYSIS.fold(stored, cohorts(cohorts)).text());
      assertThat(stored).isEqualTo(straight);
      assertThat(ANALYSIS.result(stored)).isEqualTo(ANALYSIS.result(straight));
    }
    assertThat(straight.text().cohorts()).hasSize(20);
    assertThat(straight.text().toString().getBytes(StandardCharsets.UTF_8).length)
        .isLessThan(11_000);
    assertThat(SliState.of(SliState.START.text())).isEqualTo(SliState.START);
  }

  /** Ever, over 60 looks, at the boundary: cohort b may be 1.1 times and .001 worse than all. */
  @Test
  void aCohortAtTheLineFailsRarely() {
    int runs = 400;
    int failed = 0;
    for (int run = 0; run < runs; run++) {
      SplittableRandom random = new SplittableRandom(1_000 + run);
      SliState state = SliState.START;
      boolean ever = false;
      for (int look = 0; look < 60 && !ever; look++) {
        double b = (1.1 * .8 * .05 + .001) / (1 - 1.1 * .2);
        state =
            ANALYSIS.fold(
                state,
                cohorts(
                    Map.of(
                        "a", drawn(random, 80, .05),
                        "b", drawn(random, 40, b),
                        "c", drawn(random, 80, .05))));
        ever = ANALYSIS.decisive(state).verdict() == Verdict.Fail;
      }
      failed += ever ? 1 : 0;
    }
    assertThat(failed).isLessThanOrEqualTo((int) (runs * (.05 + 3 * Math.sqrt(.05 * .95 / runs))));
  }

  private static Cohort drawn(SplittableRandom random, int labeled, double errors) {
    int wrong = 0;
    for (int i = 0; i < labeled; i++) {
      wrong += random.nextDouble() < errors ? 1 : 0;
    }
    return new Cohort(labeled, wrong);
  }

  private static RatioEvidence harm(
      RatioEvidence before, long bad, long trials, long allBad, long allTrials) {
    return new CohortTest(1.1, .001, Direction.HARM).add(before, bad, trials, allBad, allTrials);
  }

  private static double logHarm(long bad, long trials) {
    return new CohortTest(1.1, .001, Direction.HARM)
        .logE(harm(RatioEvidence.NONE, bad, trials, 140, 1000), 1);
  }

  @Test
  void anotherSliBesideItKeepsItsShare() {
    List<SliPolicy> policies =
        SliDefaults.resolve(
            List.of(declared(20), Slis.declared("errors", new SliKind.ErrorRate(), .01)));
    assertThat(policies).extracting(SliPolicy::weight).containsExactly(.5, .5);
    SliAnalysis cohorts = new SliAnalysis(policies.getFirst(), Slis.RISK);
    SliAnalysis errors = new SliAnalysis(policies.getLast(), Slis.RISK);
    SliResult bad = cohorts.result(fold(cohorts, SliState.START, 8, three(50, 30, 60)));
    SliResult fine = errors.result(fold(errors, SliState.START, 4, window(0, 300, 9, 2700)));
    RolloutVerdict verdict = RolloutVerdict.of(policies, List.of(bad, fine), Slis.RISK);
    assertThat(verdict.rollback()).isTrue();
    assertThat(verdict.failing()).contains("fairness");
    assertThat(verdict.combined()).isFalse();
  }
}
