package dev.regularizer.samples.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class LabeledPredictionsTest {
  @Test
  void noScrapeSeesOneCounterMovedWithoutTheOthers() throws Exception {
    var counters = new LabeledPredictions();
    var confidence = Confidence.of(0.75);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var writer =
          pool.submit(() -> {
            for (var i = 0; i < 200_000; i++) {
              counters.add(confidence, true, "");
            }
          });
      do {
        var scrape = counters.collect();
        var labeled = total(scrape, "model_prediction_labeled");
        assertThat(total(scrape, "model_prediction_correct")).isEqualTo(labeled);
        assertThat(total(scrape, "model_prediction_confidence")).isEqualTo(labeled * 0.75);
      } while (!writer.isDone());
      writer.get();
    }
    assertThat(total(counters.collect(), "model_prediction_labeled")).isEqualTo(200_000);
  }

  @Test
  void cohortsAreBounded() {
    var counters = new LabeledPredictions();
    for (var i = 0; i < 1000; i++) {
      counters.add(Confidence.of(0.5), false, "c" + i);
    }
    var cohorts = counter(counters.collect(), "model_cohort_errors");
    assertThat(cohorts.getDataPoints()).hasSize(20);
    assertThat(total(counters.collect(), "model_cohort_errors")).isEqualTo(1000);
  }

  private static double total(MetricSnapshots scrape, String name) {
    return counter(scrape, name).getDataPoints().stream()
        .mapToDouble(CounterSnapshot.CounterDataPointSnapshot::getValue)
        .sum();
  }

  private static CounterSnapshot counter(MetricSnapshots scrape, String name) {
    return scrape.stream()
        .filter(snapshot -> snapshot.getMetadata().getName().equals(name))
        .map(CounterSnapshot.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
