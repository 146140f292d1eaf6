package dev.regularizer.core.counting;

import static dev.regularizer.core.counting.Scrapes.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.regularizer.core.statistics.CalibrationCounts;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Labelled predictions per confidence bin. */
class CalibrationCountingTest {

  private static final String LABELED = TelemetryContract.LABELED;
  private static final String CONFIDENCE = TelemetryContract.CONFIDENCE;
  private static final String CORRECT = TelemetryContract.CORRECT;

  @Test
  void countsPerBin() {
    CalibrationCounts counts =
        value(
            bin("17", 10, 8.75, 9)
                .add(LABELED, Map.of("bin", "3"), 10, 2, 6)
                .add(CONFIDENCE, Map.of("bin", "3"), 10, .35, 1.05)
                .arm()
                .calibration(window(10, 20), LabelSeries.CONTRACT));
    assertThat(counts.trials().get(17)).isEqualTo(10);
    assertThat(counts.confidence().get(17)).isCloseTo(8.75, within(1e-12));
    assertThat(counts.correct().get(17)).isEqualTo(9);
    assertThat(counts.trials().get(3)).isEqualTo(4);
    assertThat(counts.correct().get(3)).isZero();
    assertThat(counts.total()).isEqualTo(14);
  }

  @Test
  void certaintyFallsIntoTheLastBin() {
    assertThat(
            value(bin("19", 10, 10, 10).arm().calibration(window(10, 20), LabelSeries.CONTRACT))
                .total())
        .isEqualTo(10);
  }

  @Test
  void noLabelsAreAnEmptyWindowNotAnInvalidOne() {
    CalibrationCounts counts =
        value(
            new Scrapes()
                .add(LABELED, Map.of("bin", "3"), 10, 2, 2)
                .arm()
                .calibration(window(10, 20), LabelSeries.CONTRACT));
    assertThat(counts).isEqualTo(CalibrationCounts.NONE);
    assertThat(
            new Scrapes()
                .add("other_total", Map.of(), 10, 1, 2)
                .arm()
                .calibration(window(10, 20), LabelSeries.CONTRACT))
        .isEqualTo(new Reading.NoData<>());
  }

  @Test
  void labelsWithoutACounterOfRightAnswersAreNoData() {
    Scrapes scrapes =
        new Scrapes()
            .add(LABELED, Map.of("bin", "17"), 10, 0, 10)
            .add(CONFIDENCE, Map.of("bin", "17"), 10, 0, 8.75);
    assertThat(scrapes.arm().calibration(window(10, 20), LabelSeries.CONTRACT))
        .isEqualTo(new Reading.NoData<>());
    assertThat(
            value(
                    scrapes
                        .add(CORRECT, Map.of("bin", "17"), 10, 0, 0)
                        .arm()
                        .calibration(window(10, 20), LabelSeries.CONTRACT))
                .wrong())
        .isEqualTo(10);
  }

  @Test
  void impossibleBinsAreInvalid() {
    assertThat(reason(bin("17", 10, 8.75, 11))).isEqualTo(InvalidReason.OutOfRange);
    assertThat(reason(bin("17", 10, 9.5, 9))).isEqualTo(InvalidReason.OutOfRange);
    assertThat(reason(bin("17", 10, 8.4, 9))).isEqualTo(InvalidReason.OutOfRange);
    assertThat(reason(bin("20", 10, 10, 9))).isEqualTo(InvalidReason.OutOfRange);
    assertThat(reason(bin("17", 10.5, 9, 9))).isEqualTo(InvalidReason.NotInteger);
  }

  private static Scrapes bin(String bin, double labeled, double confidence, double correct) {
    return new Scrapes()
        .add(LABELED, Map.of("bin", bin), 10, 0, labeled)
        .add(CONFIDENCE, Map.of("bin", bin), 10, 0, confidence)
        .add(CORRECT, Map.of("bin", bin), 10, 0, correct);
  }

  private static CalibrationCounts value(Reading<CalibrationCounts> reading) {
    return ((Reading.Counted<CalibrationCounts>) reading).value();
  }

  private static InvalidReason reason(Scrapes scrapes) {
    return ((Reading.Invalid<CalibrationCounts>)
            scrapes.arm().calibration(window(10, 20), LabelSeries.CONTRACT))
        .reason();
  }
}
