package dev.regularizer.controller.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.counting.CostSeries;
import dev.regularizer.core.counting.EventSeries;
import dev.regularizer.core.counting.LabelSeries;
import dev.regularizer.core.counting.SeriesSelector;
import dev.regularizer.core.effect.Request;
import dev.regularizer.core.spec.TrialPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The query asks for the series of the SLIs and for no others. */
class SampleQueryTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_000_000);
  private static final SeriesSelector A = SeriesSelector.of("a_total");
  private static final SeriesSelector B = SeriesSelector.of("b_total");
  private static final SeriesSelector C = SeriesSelector.of("c_total");

  @Test
  void wrongAnswersAskForNoConfidences() {
    assertThat(metrics(new SliKind.PredictionError()))
        .isEqualTo(
            "model_prediction_correct_total|model_prediction_labeled_total|model_predictions_total");
    assertThat(metrics(new SliKind.CalibrationError(new LabelSeries(A, B, C))))
        .isEqualTo("a_total|b_total|c_total|model_predictions_total");
  }

  @Test
  void eventsAndCostsAskForTheirCounters() {
    assertThat(metrics(new SliKind.EventRate(new EventSeries(List.of(B, A), List.of(C)))))
        .isEqualTo("a_total|b_total|c_total|model_predictions_total");
    assertThat(metrics(new SliKind.CostPerPrediction()))
        .isEqualTo("model_inference_cost_total|model_predictions_total");
    assertThat(metrics(new SliKind.CostPerPrediction(new CostSeries(A, List.of(B, C)))))
        .isEqualTo("a_total|b_total|c_total|model_predictions_total");
  }

  private static String metrics(SliKind kind) {
    boolean cost = kind instanceof SliKind.CostPerPrediction;
    var sli =
        new DeclaredSli(
            "sli",
            kind,
            Optional.empty(),
            cost ? Optional.empty() : Optional.of(.05),
            Optional.empty(),
            cost
                ? Optional.of(
                    new DeclaredSli.Ratio(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))
                : Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var policy =
        new TrialPolicy(
            SliDefaults.resolve(List.of(sli)),
            .05,
            .05,
            Duration.ofSeconds(10),
            Duration.ZERO,
            "default");
    var request =
        new Request.Samples("ic-b", 1, List.of("ic-b"), policy, NOW, NOW.plusSeconds(10), false);
    var text = SampleQuery.all(request, "vision", Duration.ofSeconds(2)).getFirst().text();
    return text.substring("{__name__=~\"".length(), text.indexOf("\",namespace"));
  }
}
