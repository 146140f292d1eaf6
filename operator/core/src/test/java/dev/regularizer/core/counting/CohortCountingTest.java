package dev.regularizer.core.counting;

import static dev.regularizer.core.counting.Scrapes.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.counting.CohortCounts.Cohort;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Labelled predictions by cohort in a window. */
class CohortCountingTest {

  private static final String OTHER = "ic-7d9f-6b4c-b7k2q";

  private static Scrapes add(Scrapes scrapes, String cohort, double... labeled) {
    return scrapes.add(TelemetryContract.COHORT_LABELED, Map.of("cohort", cohort), 10, labeled);
  }

  private static Scrapes errors(Scrapes scrapes, String cohort, double... errors) {
    return scrapes.add(TelemetryContract.COHORT_ERRORS, Map.of("cohort", cohort), 10, errors);
  }

  private static Reading<CohortCounts> read(Scrapes scrapes) {
    return scrapes.arm().cohorts(window(10, 14), CohortSeries.CONTRACT);
  }

  private static Reading<CohortCounts> counted(Map<String, Cohort> cohorts) {
    return new Reading.Counted<>(new CohortCounts(new TreeMap<>(cohorts)));
  }

  @Test
  void podsAreAddedUpCohortByCohort() {
    Scrapes scrapes =
        errors(add(add(new Scrapes(), "day", 5, 7, 9), "night", 1, 1, 4), "day", 0, 0, 1);
    assertThat(read(scrapes))
        .isEqualTo(counted(Map.of("day", new Cohort(4, 1), "night", new Cohort(3, 0))));
    scrapes.addOf(
        OTHER, TelemetryContract.COHORT_LABELED, Map.of("cohort", "night"), 10, 0, 10, 20);
    assertThat(
            scrapes
                .arm(Map.of(Scrapes.POD, -10_000L, OTHER, -10_000L))
                .cohorts(window(10, 14), CohortSeries.CONTRACT))
        .isEqualTo(counted(Map.of("day", new Cohort(4, 1), "night", new Cohort(23, 0))));
  }

  @Test
  void aCohortWithoutLabelsInTheWindowIsNotThere() {
    Scrapes day = errors(add(new Scrapes(), "day", 5, 7, 9), "day", 1, 1, 1);
    assertThat(read(add(day, "night", 4, 4, 4)))
        .isEqualTo(counted(Map.of("day", new Cohort(4, 0))));
    assertThat(read(errors(add(new Scrapes(), "night", 4, 4, 4), "night", 0, 0, 0)))
        .isEqualTo(counted(Map.of()));
  }

  @Test
  void noCohortIsNoData() {
    assertThat(read(new Scrapes())).isEqualTo(new Reading.NoData<>());
    assertThat(
            read(new Scrapes().add(TelemetryContract.LABELED, Map.of("bin", "19"), 10, 0, 10, 20)))
        .isEqualTo(new Reading.NoData<>());
  }

  @Test
  void withoutAnyCounterOfErrorsNobodyIsFoundRight() {
    assertThat(read(add(new Scrapes(), "day", 5, 7, 9))).isEqualTo(new Reading.NoData<>());
  }

  @Test
  void moreErrorsThanLabelsAreInvalid() {
    assertThat(read(errors(add(new Scrapes(), "day", 5, 7, 9), "day", 0, 3, 5)))
        .isEqualTo(
            new Reading.Invalid<>(
                InvalidReason.OutOfRange, "cohort day: 5 wrong of 4 labelled predictions"));
    assertThat(read(errors(add(new Scrapes(), "day", 5, 7, 9), "night", 0, 0, 1)))
        .isEqualTo(
            new Reading.Invalid<>(
                InvalidReason.OutOfRange, "cohort night: 1 wrong of 0 labelled predictions"));
  }

  @Test
  void aCohortHasANameThatCanBeShown() {
    assertThat(read(errors(add(new Scrapes(), "x".repeat(63), 0, 1, 2), "x".repeat(63), 0, 0, 0)))
        .isEqualTo(counted(Map.of("x".repeat(63), new Cohort(2, 0))));
    assertThat(read(errors(add(new Scrapes(), "x".repeat(64), 0, 1, 2), "x", 0, 0, 0)))
        .isInstanceOfSatisfying(
            Reading.Invalid.class,
            invalid -> assertThat(invalid.detail()).contains("allowed are 1 to 63 characters"));
    assertThat(
            read(
                errors(
                    new Scrapes().add(TelemetryContract.COHORT_LABELED, Map.of(), 10, 0, 1, 2),
                    "day",
                    0,
                    0,
                    0)))
        .isInstanceOfSatisfying(
            Reading.Invalid.class,
            invalid -> assertThat(invalid.detail()).contains("names the cohort \"\""));
  }

  @Test
  void cohortsMayBeInAnotherLabel() {
    Scrapes scrapes =
        new Scrapes()
            .add(TelemetryContract.COHORT_LABELED, Map.of("region", "north"), 10, 0, 1, 2)
            .add(TelemetryContract.COHORT_LABELED, Map.of("region", "south"), 10, 0, 1, 3)
            .add(TelemetryContract.COHORT_ERRORS, Map.of("region", "south"), 10, 0, 0, 0);
    assertThat(scrapes.arm().cohorts(window(10, 14), CohortSeries.CONTRACT.by("region")))
        .isEqualTo(counted(Map.of("north", new Cohort(2, 0), "south", new Cohort(3, 0))));
  }
}
