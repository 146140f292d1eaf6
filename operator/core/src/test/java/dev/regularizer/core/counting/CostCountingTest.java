package dev.regularizer.core.counting;

import static dev.regularizer.core.counting.Scrapes.window;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The cost of predictions in a window; a missing cost is never a low one. */
class CostCountingTest {

  private static final String OTHER = "ic-7d9f-6b4c-b7k2q";

  @Test
  void costsArePartsAndPredictionsOfEveryOutcomeCount() {
    Scrapes scrapes =
        new Scrapes()
            .add(TelemetryContract.PREDICTIONS, Map.of("outcome", "served"), 10, 100, 110, 150)
            .add(TelemetryContract.PREDICTIONS, Map.of("outcome", "rejected"), 10, 0, 1, 2)
            .add(TelemetryContract.COST, Map.of("unit", "eur"), 10, 2.5, 2.75, 4);
    assertThat(scrapes.arm().cost(window(10, 14), CostSeries.CONTRACT))
        .isEqualTo(new Reading.Counted<>(new CostCounts(1.5, "eur", 52)));
  }

  @Test
  void aCostThatIsNotExportedIsNoData() {
    Scrapes scrapes =
        new Scrapes()
            .add(TelemetryContract.PREDICTIONS, Map.of("outcome", "served"), 10, 0, 10, 20);
    assertThat(scrapes.arm().cost(window(10, 14), CostSeries.CONTRACT))
        .isEqualTo(new Reading.NoData<>());
    Scrapes onePod =
        scrapes
            .addOf(OTHER, TelemetryContract.PREDICTIONS, Map.of("outcome", "served"), 10, 0, 10, 20)
            .addOf(OTHER, TelemetryContract.COST, Map.of("unit", "eur"), 10, 0, 1, 2);
    assertThat(
            onePod
                .arm(Map.of(Scrapes.POD, -10_000L, OTHER, -10_000L))
                .cost(window(10, 14), CostSeries.CONTRACT))
        .isEqualTo(new Reading.NoData<>());
  }

  @Test
  void aCostWithoutPredictionsIsNoData() {
    Scrapes scrapes = new Scrapes().add(TelemetryContract.COST, Map.of("unit", "eur"), 10, 0, 1, 2);
    assertThat(scrapes.arm().cost(window(10, 14), CostSeries.CONTRACT))
        .isEqualTo(new Reading.NoData<>());
  }

  @Test
  void unitsAreNotAddedUp() {
    Scrapes scrapes =
        new Scrapes()
            .add(TelemetryContract.PREDICTIONS, Map.of("outcome", "served"), 10, 0, 10, 20)
            .add(TelemetryContract.COST, Map.of("unit", "eur"), 10, 0, 1, 2)
            .add(TelemetryContract.COST, Map.of("unit", "usd"), 10, 0, 1, 2);
    assertThat(scrapes.arm().cost(window(10, 14), CostSeries.CONTRACT))
        .isEqualTo(
            new Reading.Invalid<>(
                InvalidReason.OutOfRange,
                "model_inference_cost_total has the units [eur, usd]; allowed: one, the same for"
                    + " all pods"));
  }
}
