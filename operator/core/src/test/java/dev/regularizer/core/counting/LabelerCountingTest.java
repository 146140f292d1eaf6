package dev.regularizer.core.counting;

import static dev.regularizer.core.counting.Scrapes.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.counting.CohortCounts.Cohort;
import dev.regularizer.core.statistics.CalibrationCounts;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Labels that a labeler counts for all revisions, in its own pod. */
class LabelerCountingTest {

  private static final String LABELER = "labeler-5f7d9-x2x9z";
  private static final LabelSeries LABELS = LabelSeries.CONTRACT.from(LabelSource.Labeler);
  private static final CohortSeries COHORTS = CohortSeries.CONTRACT.from(LabelSource.Labeler);
  private static final ArmSelector STABLE = ArmSelector.pods("vision", "ic-5c4b");

  private static Scrapes labels(Scrapes scrapes, String pod, String revision, double... labeled) {
    double[] confidence = new double[labeled.length];
    double[] errors = new double[labeled.length];
    for (int i = 0; i < labeled.length; i++) {
      confidence[i] = labeled[i] * .97;
      errors[i] = labeled[i] * 0;
    }
    Map<String, String> bin = Map.of("model", "ic", "revision", revision, "bin", "19");
    return scrapes
        .addOf(pod, TelemetryContract.LABELED, bin, 10, labeled)
        .addOf(pod, TelemetryContract.CORRECT, bin, 10, labeled)
        .addOf(pod, TelemetryContract.CONFIDENCE, bin, 10, confidence)
        .addOf(
            pod,
            TelemetryContract.COHORT_LABELED,
            Map.of("model", "ic", "revision", revision, "cohort", "day"),
            10,
            labeled)
        .addOf(
            pod,
            TelemetryContract.COHORT_ERRORS,
            Map.of("model", "ic", "revision", revision, "cohort", "day"),
            10,
            errors);
  }

  private static long labels(ArmSamples arm, long from, long to) {
    return arm.calibration(window(from, to), LABELS)
            instanceof Reading.Counted<CalibrationCounts>(var counts)
        ? counts.total()
        : -1;
  }

  private static ArmSamples arm(Scrapes scrapes, ArmSelector selector, boolean readBack) {
    return ArmSamples.of(scrapes.matrix(), selector, Scrapes.context(Map.of(), readBack));
  }

  @Test
  void eachRevisionHasItsOwn() {
    Scrapes scrapes =
        labels(labels(new Scrapes(), LABELER, "7d9f", 0, 3, 9), LABELER, "5c4b", 100, 120, 150);
    assertThat(labels(arm(scrapes, Scrapes.ARM, false), 10, 14)).isEqualTo(9);
    assertThat(labels(arm(scrapes, STABLE, false), 10, 14)).isEqualTo(50);
    assertThat(arm(scrapes, STABLE, false).wrongAnswers(window(10, 14), LABELS))
        .isEqualTo(new Reading.Counted<>(new EventCounts(0, 50)));
    assertThat(arm(scrapes, Scrapes.ARM, false).cohorts(window(10, 14), COHORTS))
        .isEqualTo(
            new Reading.Counted<>(
                new CohortCounts(new TreeMap<>(Map.of("day", new Cohort(9, 0))))));
    assertThat(arm(scrapes, Scrapes.ARM, false).calibration(window(10, 14), LabelSeries.CONTRACT))
        .as("the pods count none")
        .isEqualTo(new Reading.NoData<>());
  }

  @Test
  void theFirstLabelOfARevisionCountsWhereThoseOfAnotherTellThatTheLabelerIsOld() {
    Scrapes scrapes =
        labels(
            labels(new Scrapes(), LABELER, "7d9f", Double.NaN, Double.NaN, 9),
            LABELER,
            "5c4b",
            100,
            120,
            150);
    assertThat(labels(arm(scrapes, Scrapes.ARM, false), 10, 14)).isEqualTo(9);
  }

  @Test
  void whatANewLabelerCountedBeforeItsFirstScrapeIsNotGuessed() {
    Scrapes scrapes = labels(new Scrapes(), LABELER, "7d9f", Double.NaN, 3, 9);
    assertThat(arm(scrapes, Scrapes.ARM, false).calibration(window(10, 14), LABELS))
        .isEqualTo(new Reading.ReadBack<>());
    assertThat(arm(scrapes, Scrapes.ARM, true).calibration(window(10, 14), LABELS))
        .isInstanceOfSatisfying(
            Reading.Invalid.class,
            invalid -> assertThat(invalid.reason()).isEqualTo(InvalidReason.ScrapeGap));
    assertThat(labels(arm(scrapes, Scrapes.ARM, false), 12, 14)).isEqualTo(6);
  }

  @Test
  void labelersAreAddedUp() {
    Scrapes scrapes =
        labels(
            labels(new Scrapes(), LABELER, "7d9f", 0, 3, 9),
            "labeler-5f7d9-b7k2q",
            "7d9f",
            1,
            2,
            3);
    assertThat(labels(arm(scrapes, Scrapes.ARM, false), 10, 14)).isEqualTo(11);
  }

  @Test
  void otherModelsAndNamespacesAreSomebodyElses() {
    Scrapes scrapes = labels(new Scrapes(), LABELER, "7d9f", 0, 3, 9);
    assertThat(
            arm(scrapes, ArmSelector.pods("vision", "fd-7d9f"), false)
                .calibration(window(10, 14), LABELS))
        .isEqualTo(new Reading.NoData<>());
    assertThat(
            arm(scrapes, ArmSelector.pods("speech", "ic-7d9f"), false)
                .calibration(window(10, 14), LABELS))
        .isEqualTo(new Reading.NoData<>());
  }

  @Test
  void aPodIsNoLabelerWhateverLabelsItIsGiven() {
    Scrapes scrapes =
        labels(labels(new Scrapes(), LABELER, "7d9f", 0, 3, 9), Scrapes.POD, "7d9f", 0, 50, 90);
    assertThat(labels(arm(scrapes, Scrapes.ARM, false), 10, 14)).isEqualTo(9);
  }

  @Test
  void withoutALabelerThereIsNoData() {
    Scrapes scrapes =
        new Scrapes().add(TelemetryContract.LABELED, Map.of("bin", "19"), 10, 0, 10, 20);
    assertThat(scrapes.arm().calibration(window(10, 14), LABELS)).isEqualTo(new Reading.NoData<>());
  }
}
