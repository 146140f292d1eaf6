package dev.regularizer.core.counting;

import static dev.regularizer.core.counting.Scrapes.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Counters by names and labels of one's own. */
class SelectedSeriesTest {

  private static final EventSeries TOXIC = series("toxic_total", Map.of(), "answers_total");

  private static EventSeries series(String bad, Map<String, String> labels, String... total) {
    return new EventSeries(
        List.of(SeriesSelector.of(bad, labels)),
        List.of(total).stream().map(SeriesSelector::of).toList());
  }

  private static Scrapes answers() {
    return new Scrapes()
        .add("answers_total", Map.of("lang", "de"), 8, 0, 10, 110)
        .add("answers_total", Map.of("lang", "en"), 8, 0, 5, 205);
  }

  @Test
  void sumsEverySeriesOfTheMetric() {
    Scrapes scrapes = answers().add("toxic_total", Map.of("lang", "en"), 8, 0, 1, 4);
    assertThat(events(scrapes, TOXIC)).isEqualTo(counted(3, 300));
  }

  @Test
  void labelsSelect() {
    Scrapes scrapes = answers().add("toxic_total", Map.of("lang", "en"), 8, 0, 1, 4);
    EventSeries german = series("toxic_total", Map.of("lang", "de"), "answers_total");
    assertThat(events(scrapes, german)).isEqualTo(counted(0, 300));
    SeriesSelector both =
        new SeriesSelector("answers_total", new TreeMap<>(Map.of("lang", Set.of("de", "en"))));
    SeriesSelector unlabelled = SeriesSelector.of("answers_total", Map.of("tier", ""));
    SeriesSelector other = SeriesSelector.of("answers_total", Map.of("lang", "fr"));
    assertThat(events(scrapes, new EventSeries(TOXIC.bad(), List.of(both))))
        .isEqualTo(counted(3, 300));
    assertThat(events(scrapes, new EventSeries(TOXIC.bad(), List.of(unlabelled))))
        .isEqualTo(counted(3, 300));
    assertThat(events(scrapes, new EventSeries(TOXIC.bad(), List.of(other))))
        .isEqualTo(new Reading.NoData<>());
  }

  @Test
  void sumsSeveralMetricsAndCountsNoSeriesTwice() {
    Scrapes scrapes =
        new Scrapes()
            .add("success_total", Map.of(), 8, 0, 10, 100)
            .add("failure_total", Map.of(), 8, 0, 1, 11);
    assertThat(events(scrapes, series("failure_total", Map.of(), "success_total", "failure_total")))
        .isEqualTo(counted(10, 100));
    assertThat(events(scrapes, series("failure_total", Map.of(), "success_total", "success_total")))
        .isEqualTo(counted(10, 90));
  }

  @Test
  void noNumeratorIsZeroNoDenominatorIsNoData() {
    assertThat(events(answers(), TOXIC)).isEqualTo(counted(0, 300));
    assertThat(events(new Scrapes().add("toxic_total", Map.of(), 8, 0, 1, 4), TOXIC))
        .isEqualTo(new Reading.NoData<>());
  }

  @Test
  void moreBadEventsThanEventsAreInvalid() {
    Scrapes scrapes = answers().add("toxic_total", Map.of("lang", "en"), 8, 0, 1, 302);
    assertThat(events(scrapes, TOXIC))
        .isInstanceOfSatisfying(
            Reading.Invalid.class,
            invalid -> {
              assertThat(invalid.reason()).isEqualTo(InvalidReason.OutOfRange);
              assertThat(invalid.detail()).contains("toxic_total", "301", "answers_total", "300");
            });
  }

  @Test
  void histogramsOfOtherNamesAreFound() {
    Scrapes scrapes =
        new Scrapes()
            .add("ttft_bucket", Map.of("le", "0.5", "model_name", "a"), 8, 0, 0, 90)
            .add("ttft_bucket", Map.of("le", "+Inf", "model_name", "a"), 8, 0, 0, 100)
            .add("ttft_count", Map.of("model_name", "a"), 8, 0, 0, 100)
            .add("ttft_bucket", Map.of("le", "0.5", "model_name", "b"), 8, 0, 0, 7)
            .add("ttft_bucket", Map.of("le", "+Inf", "model_name", "b"), 8, 0, 0, 7)
            .add("ttft_count", Map.of("model_name", "b"), 8, 0, 0, 7);
    assertThat(scrapes.arm().latency(window(10, 12), .5, SeriesSelector.of("ttft")))
        .isEqualTo(new Reading.Counted<>(new LatencyCounts(107, 10, 10)));
    SeriesSelector one = SeriesSelector.of("ttft", Map.of("model_name", "a"));
    assertThat(scrapes.arm().latency(window(10, 12), .5, one))
        .isEqualTo(new Reading.Counted<>(new LatencyCounts(100, 10, 10)));
  }

  @Test
  void anEmptySumIsRefused() {
    assertThatThrownBy(() -> new EventSeries(List.of(), TOXIC.total()))
        .hasMessageContaining("0 counters of bad events");
  }

  private static Reading<EventCounts> events(Scrapes scrapes, EventSeries series) {
    return scrapes.arm().events(window(10, 12), series);
  }

  private static Reading<EventCounts> counted(long bad, long total) {
    return new Reading.Counted<>(new EventCounts(bad, total));
  }
}
