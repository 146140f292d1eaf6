package dev.regularizer.core.counting;

import static dev.regularizer.core.counting.Scrapes.window;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Wrong answers among labelled predictions. */
class WrongAnswerCountingTest {

  private static final Map<String, String> NINE = Map.of("bin", "9");
  private static final Map<String, String> TEN = Map.of("bin", "10");

  @Test
  void binsAreAddedUp() {
    Scrapes scrapes =
        new Scrapes()
            .add(TelemetryContract.LABELED, NINE, 10, 100, 105, 120)
            .add(TelemetryContract.LABELED, TEN, 10, 0, 0, 30)
            .add(TelemetryContract.CORRECT, NINE, 10, 50, 53, 62)
            .add(TelemetryContract.CORRECT, TEN, 10, 0, 0, 29);
    assertThat(wrong(scrapes, LabelSeries.CONTRACT)).isEqualTo(counted(9, 50));
  }

  @Test
  void noBinsAndNoConfidencesAreNeeded() {
    LabelSeries own =
        new LabelSeries(
            SeriesSelector.of("answers_judged_total", Map.of("head", "main")),
            LabelSeries.CONTRACT.confidence(),
            SeriesSelector.of("answers_right_total"));
    Scrapes scrapes =
        new Scrapes()
            .add("answers_judged_total", Map.of("head", "main"), 10, 0, 10, 40)
            .add("answers_judged_total", Map.of("head", "other"), 10, 0, 10, 40)
            .add("answers_right_total", Map.of(), 10, 0, 9, 37);
    assertThat(wrong(scrapes, own)).isEqualTo(counted(3, 40));
  }

  @Test
  void aBinWithoutRightAnswersIsAllWrong() {
    Scrapes scrapes =
        new Scrapes()
            .add(TelemetryContract.LABELED, NINE, 10, 0, 0, 20)
            .add(TelemetryContract.LABELED, TEN, 10, 0, 0, 20)
            .add(TelemetryContract.CORRECT, TEN, 10, 0, 0, 19);
    assertThat(wrong(scrapes, LabelSeries.CONTRACT)).isEqualTo(counted(21, 40));
  }

  @Test
  void withoutLabelsOrWithoutRightAnswersThereIsNoData() {
    Scrapes labels = new Scrapes().add(TelemetryContract.LABELED, NINE, 10, 0, 10, 20);
    Scrapes right = new Scrapes().add(TelemetryContract.CORRECT, NINE, 10, 0, 10, 20);
    assertThat(wrong(labels, LabelSeries.CONTRACT)).isEqualTo(new Reading.NoData<>());
    assertThat(wrong(right, LabelSeries.CONTRACT)).isEqualTo(new Reading.NoData<>());
    Scrapes zero = labels.add(TelemetryContract.CORRECT, NINE, 10, 0, 0, 0);
    assertThat(wrong(zero, LabelSeries.CONTRACT)).isEqualTo(counted(20, 20));
  }

  @Test
  void moreRightAnswersThanLabelsAreInvalid() {
    Scrapes scrapes =
        new Scrapes()
            .add(TelemetryContract.LABELED, NINE, 10, 0, 10, 20)
            .add(TelemetryContract.CORRECT, NINE, 10, 0, 10, 21);
    assertThat(wrong(scrapes, LabelSeries.CONTRACT))
        .isInstanceOfSatisfying(
            Reading.Invalid.class,
            invalid -> {
              assertThat(invalid.reason()).isEqualTo(InvalidReason.OutOfRange);
              assertThat(invalid.detail())
                  .contains("model_prediction_correct_total", "counted 21", "20");
            });
  }

  private static Reading<EventCounts> wrong(Scrapes scrapes, LabelSeries series) {
    return scrapes.arm().wrongAnswers(window(10, 14), series);
  }

  private static Reading<EventCounts> counted(long bad, long total) {
    return new Reading.Counted<>(new EventCounts(bad, total));
  }
}
