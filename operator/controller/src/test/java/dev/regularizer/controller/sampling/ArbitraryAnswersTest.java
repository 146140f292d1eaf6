package dev.regularizer.controller.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliReader;
import dev.regularizer.core.analysis.VersusAll;
import dev.regularizer.core.analysis.WindowCounts;
import dev.regularizer.core.counting.ArmSamples;
import dev.regularizer.core.counting.ArmSelector;
import dev.regularizer.core.counting.CohortSeries;
import dev.regularizer.core.counting.CountingContext;
import dev.regularizer.core.counting.EventSeries;
import dev.regularizer.core.counting.Reading;
import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.counting.WindowEdges;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Whatever comes instead of an answer: it is refused, or it is counted as what it is. Nothing else
 * happens, and no count is impossible.
 */
class ArbitraryAnswersTest {
  private static final int CASES = 20_000;
  private static final List<String> TOKENS =
      List.of(
          "\"NaN\"",
          "\"+Inf\"",
          "\"-Inf\"",
          "\"1e300\"",
          "\"-1\"",
          "\"0.5\"",
          "\"\"",
          "\"x\"",
          "\"9007199254740993\"",
          "1",
          "-1",
          "1e999",
          "null",
          "true",
          "[]",
          "{}",
          "[[",
          "]]",
          "}}",
          "<html>",
          "\"\\u0000\"",
          "\"0x1p3\"",
          "\"1_0\"",
          " ");
  private static final List<SliKind> KINDS =
      List.of(
          new SliKind.RejectionRate(),
          new SliKind.ErrorRate(),
          new SliKind.Latency(.95, .25),
          new SliKind.CalibrationError(),
          new SliKind.PredictionError(),
          new SliKind.EventRate(EventSeries.ERRORS),
          new SliKind.CohortError(CohortSeries.CONTRACT, 20, new VersusAll(1.1, 1.25, .001, .005)),
          new SliKind.CostPerPrediction());

  @Test
  void whateverComesIsRefusedOrCounted() {
    int refused = 0;
    int counted = 0;
    int invalid = 0;
    for (int seed = 0; seed < CASES; seed++) {
      var text = disturbed(new SplittableRandom(seed));
      SampleMatrix matrix;
      try {
        matrix =
            ResponseParser.parse(
                    new BoundedStream(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1 << 20))
                .matrix();
      } catch (IOException notAMatrix) {
        refused++;
        continue;
      }
      for (var kind : KINDS) {
        for (var reading : read(kind, matrix)) {
          switch (reading) {
            case Reading.Counted<WindowCounts>(var counts) -> {
              counted++;
              requirePossible(counts, text);
            }
            case Reading.Invalid<WindowCounts> _ -> invalid++;
            case Reading.NoData<WindowCounts> _, Reading.ReadBack<WindowCounts> _ -> {}
          }
        }
      }
    }
    assertThat(List.of(refused, counted, invalid)).allMatch(some -> some > CASES / 20);
  }

  private static List<Reading<WindowCounts>> read(SliKind kind, SampleMatrix matrix) {
    var context =
        new CountingContext(
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Map.of("ic-aaa-1-1", Instant.ofEpochSecond(995)),
            false);
    var arm = ArmSamples.of(matrix, ArmSelector.pods("vision", "ic-aaa"), context);
    return List.of(
        SliReader.read(kind, arm, new WindowEdges(1_000_000, 1_010_000)),
        SliReader.read(kind, arm, new WindowEdges(1_010_000, 1_020_000)));
  }

  private static void requirePossible(WindowCounts counts, String text) {
    if (counts instanceof WindowCounts.Events events) {
      assertThat(events.surely()).as(text).isBetween(0L, events.possibly());
      assertThat(events.possibly()).as(text).isBetween(0L, events.trials());
    }
    if (counts instanceof WindowCounts.Cohorts cohorts) {
      assertThat(cohorts.counts().total().errors())
          .as(text)
          .isBetween(0L, cohorts.counts().total().labeled());
    }
    if (counts instanceof WindowCounts.Bins bins) {
      assertThat(bins.counts().wrong()).as(text).isBetween(0L, bins.counts().total());
    }
  }

  /** A good answer with one to four places replaced, cut out, doubled or cut off. */
  private static String disturbed(SplittableRandom random) {
    var text = new StringBuilder(good());
    int changes = random.nextInt(1, 5);
    for (int i = 0; i < changes && !text.isEmpty(); i++) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + random.nextInt(1, 12));
      switch (random.nextInt(8)) {
        case 0 -> text.setLength(random.nextInt(20) == 0 ? at : text.length());
        case 1 -> text.delete(at, random.nextInt(10) == 0 ? end : at);
        case 2 ->
            text.setCharAt(
                at, random.nextInt(6) == 0 ? (char) random.nextInt(256) : text.charAt(at));
        default -> replaceValue(text, random, at);
      }
    }
    return text.toString();
  }

  /** Replaces the next sample value, or one of its digits, by something else. */
  private static void replaceValue(StringBuilder text, SplittableRandom random, int from) {
    int open = text.indexOf(",\"", from);
    int close = open < 0 ? -1 : text.indexOf("\"", open + 2);
    if (close < 0) {
      return;
    }
    if (random.nextBoolean()) {
      text.replace(open + 2, close, String.valueOf(random.nextInt(40)));
    } else {
      text.replace(open + 1, close + 1, TOKENS.get(random.nextInt(TOKENS.size())));
    }
  }

  private static String good() {
    var all =
        new StringBuilder(
            "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[");
    series(all, "model_predictions_total", "\"outcome\":\"served\"", 5);
    series(all, "model_predictions_total", "\"outcome\":\"rejected\"", 1);
    series(all, "model_prediction_duration_seconds_bucket", "\"le\":\"0.25\"", 3);
    series(all, "model_prediction_duration_seconds_bucket", "\"le\":\"+Inf\"", 6);
    series(all, "model_prediction_duration_seconds_count", "\"x\":\"\"", 6);
    series(all, "model_prediction_labeled_total", "\"bin\":\"19\"", 4);
    series(all, "model_cohort_labeled_total", "\"cohort\":\"day\"", 4);
    series(all, "model_cohort_errors_total", "\"cohort\":\"day\"", 1);
    series(all, "model_prediction_correct_total", "\"bin\":\"19\"", 3);
    series(all, "model_prediction_confidence_total", "\"bin\":\"19\"", 3.9);
    all.append("{\"metric\":{\"__name__\":\"model_prediction_duration_seconds\",")
        .append("\"namespace\":\"vision\",\"pod\":\"ic-aaa-1-1\"},\"histograms\":[");
    for (int i = 0; i < 12; i++) {
      all.append(i == 0 ? "" : ",")
          .append(
              "[%d,{\"count\":\"%d\",\"sum\":\"1\",\"buckets\":[[0,\"0.125\",\"0.25\",\"%d\"],[0,\"0.25\",\"0.5\",\"%d\"]]}]"
                  .formatted(998 + 2 * i, 2 * i, i, i));
    }
    return all.append("]}]}}").toString();
  }

  private static void series(StringBuilder all, String name, String label, double perScrape) {
    all.append(
        "{\"metric\":{\"__name__\":\"%s\",\"namespace\":\"vision\",\"pod\":\"ic-aaa-1-1\",%s},\"values\":["
            .formatted(name, label));
    for (int i = 0; i < 12; i++) {
      all.append(i == 0 ? "" : ",").append("[%d,\"%s\"]".formatted(998 + 2 * i, perScrape * i));
    }
    all.append("]},");
  }
}
