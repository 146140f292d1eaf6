package dev.regularizer.core.counting;

import static dev.regularizer.core.counting.Scrapes.POD;
import static dev.regularizer.core.counting.Scrapes.context;
import static dev.regularizer.core.counting.Scrapes.window;
import static dev.regularizer.core.counting.TelemetryContract.OUTCOME;
import static dev.regularizer.core.counting.TelemetryContract.PREDICTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules of the query contract, one by one. */
class PredictionCountingTest {

  private static final Map<String, String> SERVED = Map.of(OUTCOME, "served");
  private static final Map<String, String> REJECTED = Map.of(OUTCOME, "rejected");
  private static final Map<String, String> ERROR = Map.of(OUTCOME, "error");

  @Test
  void countsFromTheLastSampleBeforeTheWindow() {
    ArmSamples arm =
        new Scrapes()
            .add(PREDICTIONS, SERVED, 8, 100, 110, 120, 130, 140, 150, 160)
            .add(PREDICTIONS, REJECTED, 8, 5, 5, 6, 6, 6, 7, 9)
            .add(PREDICTIONS, ERROR, 8, 0, 0, 0, 0, 1, 1, 1)
            .arm();
    assertThat(arm.predictions(window(9, 19)))
        .isEqualTo(new Reading.Counted<>(new PredictionCounts(50, 2, 1)));
  }

  @Test
  void aSampleOnTheEdgeBelongsToTheWindowThatItEnds() {
    ArmSamples arm =
        new Scrapes().add(PREDICTIONS, SERVED, 10, 0, 1, 3, 6, 10, 15, 21, 28, 36, 45, 55).arm();
    assertThat(served(arm, 10, 20)).isEqualTo(15);
    assertThat(served(arm, 20, 30)).isEqualTo(40);
  }

  @Test
  void aRestartCountsFromZero() {
    ArmSamples arm = new Scrapes().add(PREDICTIONS, SERVED, 10, 100, 107, 3, 4, 0, 2).arm();
    assertThat(served(arm, 10, 20)).isEqualTo(7 + 3 + 1 + 0 + 2);
  }

  @Test
  void aSeriesBornInAKnownTargetCountsFromZero() {
    ArmSamples arm =
        new Scrapes()
            .add(PREDICTIONS, SERVED, 10, 100, 101, 102, 103, 104, 105)
            .add(PREDICTIONS, ERROR, 16, 4, 4, 5)
            .arm();
    assertThat(arm.predictions(window(10, 20)))
        .isEqualTo(new Reading.Counted<>(new PredictionCounts(5, 0, 5)));
  }

  @Test
  void aNewPodCountsFromZero() {
    Scrapes scrapes = new Scrapes().add(PREDICTIONS, SERVED, 14, 6, 7, 9, 9);
    assertThat(served(scrapes.arm(Map.of(POD, 9L)), 10, 20)).isEqualTo(9);
  }

  @Test
  void aPodThatStartedWithinTheSeedBeforeTheWindowIsNew() {
    Scrapes scrapes = new Scrapes().add(PREDICTIONS, SERVED, 12, 6, 7, 9, 9, 10);
    assertThat(served(scrapes.arm(Map.of(POD, 3L)), 10, 20)).isEqualTo(10);
    assertThat(scrapes.arm(Map.of(POD, 2L)).predictions(window(10, 20)))
        .isEqualTo(new Reading.ReadBack<>());
  }

  @Test
  void anOldPodUnknownBeforeTheWindowIsLookedForAnHourBackAndElseInvalid() {
    Scrapes scrapes = new Scrapes().add(PREDICTIONS, SERVED, 12, 600, 610, 620, 630, 640);
    assertThat(scrapes.arm().predictions(window(10, 20))).isEqualTo(new Reading.ReadBack<>());
    ArmSamples readBack =
        ArmSamples.of(scrapes.matrix(), Scrapes.ARM, context(Map.of(POD, -10_000L), true));
    assertThat(readBack.predictions(window(10, 20)))
        .isInstanceOfSatisfying(
            Reading.Invalid.class,
            invalid -> {
              assertThat(invalid.reason()).isEqualTo(InvalidReason.ScrapeGap);
              assertThat(invalid.detail()).contains(POD).contains("1970-01-01T00:00:10Z");
            });
  }

  @Test
  void aPodNobodyKnowsIsNotNew() {
    Scrapes scrapes = new Scrapes().add(PREDICTIONS, SERVED, 12, 600, 610);
    assertThat(scrapes.arm(Map.of()).predictions(window(10, 20)))
        .isEqualTo(new Reading.ReadBack<>());
  }

  @Test
  void aVanishedPodKeepsItsLastSample() {
    ArmSamples arm =
        new Scrapes()
            .add(PREDICTIONS, SERVED, 10, 100, 104, 109)
            .addOf("ic-7d9f-6b4c-other", PREDICTIONS, SERVED, 10, 0, 1, 2, 3, 4, 5, 6)
            .arm();
    assertThat(served(arm, 10, 20)).isEqualTo(9 + 5);
    assertThat(served(arm, 20, 30)).isEqualTo(1);
  }

  @Test
  void otherDeploymentsAndNamespacesAreNotOurs() {
    ArmSamples arm =
        new Scrapes()
            .addOf("ic-7d9f-6b4c-x2x9z", PREDICTIONS, SERVED, 10, 0, 1)
            .addOf("ic-7d9f-extra-6b4c-x2x9z", PREDICTIONS, SERVED, 10, 0, 100)
            .addOf("ic-7d9f", PREDICTIONS, SERVED, 10, 0, 100)
            .addOf("ic-7d9f-6b4c", PREDICTIONS, SERVED, 10, 0, 100)
            .addOf("ic-7d9f-6b4c-", PREDICTIONS, SERVED, 10, 0, 100)
            .arm();
    assertThat(served(arm, 10, 20)).isEqualTo(1);
    assertThat(ArmSelector.pods("other", "ic-7d9f").matches(Map.of("namespace", "vision")))
        .isFalse();
    assertThat(
            ArmSelector.labels(Map.of("revision", "a")).matches(Map.of("revision", "a", "x", "y")))
        .isTrue();
  }

  @Test
  void withoutTheDenominatorThereIsNoData() {
    ArmSamples other = new Scrapes().add("model_weight_norm", Map.of(), 10, 1, 1, 1, 1, 1, 1).arm();
    assertThat(other.predictions(window(10, 20))).isEqualTo(new Reading.NoData<>());
    assertThat(other.observed(window(10, 20))).isTrue();
    ArmSamples nothing = new Scrapes().arm();
    assertThat(nothing.predictions(window(10, 20))).isEqualTo(new Reading.NoData<>());
    assertThat(nothing.observed(window(10, 20))).isFalse();
  }

  @Test
  void samplesTooFarApartAreInvalid() {
    double none = Double.NaN;
    Scrapes slow = new Scrapes().add(PREDICTIONS, SERVED, 10, 1, 2, none, none, 3, 4);
    assertThat(slow.arm().predictions(window(10, 20)))
        .isInstanceOfSatisfying(
            Reading.Invalid.class,
            invalid -> {
              assertThat(invalid.reason()).isEqualTo(InvalidReason.ScrapeTooSlow);
              assertThat(invalid.detail()).contains("6000 ms").contains("5500 ms");
            });
    Scrapes missedOne = new Scrapes().add(PREDICTIONS, SERVED, 10, 1, 2, none, 3, 4, 4);
    assertThat(served(missedOne.arm(), 10, 20)).isEqualTo(3);
    Scrapes gap =
        new Scrapes().add(PREDICTIONS, SERVED, 0, 1, none, none, none, none, none, none, 9);
    assertThat(gap.arm().predictions(window(10, 20)))
        .isInstanceOfSatisfying(
            Reading.Invalid.class,
            invalid -> assertThat(invalid.reason()).isEqualTo(InvalidReason.ScrapeGap));
  }

  @Test
  void brokenValuesAreInvalid() {
    assertThat(reason(PREDICTIONS, 10, 1, 2.5)).isEqualTo(InvalidReason.NotInteger);
    assertThat(reason(PREDICTIONS, 10, 1, Double.POSITIVE_INFINITY))
        .isEqualTo(InvalidReason.NotFinite);
    assertThat(reason(PREDICTIONS, 10, 1, -3)).isEqualTo(InvalidReason.OutOfRange);
  }

  @Test
  void anUnknownOutcomeIsNotCounted() {
    ArmSamples arm =
        new Scrapes()
            .add(PREDICTIONS, SERVED, 10, 0, 3)
            .add(PREDICTIONS, Map.of(OUTCOME, "cached"), 10, 0, 50)
            .arm();
    assertThat(arm.predictions(window(10, 20)))
        .isEqualTo(new Reading.Counted<>(new PredictionCounts(3, 0, 0)));
  }

  private static InvalidReason reason(String name, long from, double... values) {
    return new Scrapes().add(name, SERVED, from, values).arm().predictions(window(10, 20))
            instanceof Reading.Invalid<PredictionCounts> invalid
        ? invalid.reason()
        : InvalidReason.Partial;
  }

  private static long served(ArmSamples arm, long from, long to) {
    return arm.predictions(window(from, to))
            instanceof Reading.Counted<PredictionCounts>(PredictionCounts counts)
        ? counts.served()
        : -1;
  }
}
