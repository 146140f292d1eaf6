package dev.regularizer.controller.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regularizer.core.counting.NativeHistogram;
import dev.regularizer.core.counting.RawSeries;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseParserTest {
  private static ResponseParser.Answer parse(String body) throws IOException {
    return ResponseParser.parse(
        new BoundedStream(
            new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), 1 << 20));
  }

  @Test
  void classicSamples() throws IOException {
    var answer =
        parse(
            """
            {"status":"success","data":{"resultType":"matrix","result":[
              {"metric":{"__name__":"model_predictions_total","outcome":"served","pod":"p"},
               "values":[[1700000000.123,"1"],[1700000002,"NaN"],[1700000004.5,"+Inf"]]}
            ],"stats":{"a":[1]}},"infos":["only a hint"]}
            """);
    assertThat(answer.warnings()).isZero();
    var series = answer.matrix().series().getFirst();
    assertThat(series.name()).isEqualTo("model_predictions_total");
    assertThat(series.labels()).containsOnlyKeys("outcome", "pod");
    assertThat(series.size()).isEqualTo(3);
    assertThat(series.timeMillis(0)).isEqualTo(1_700_000_000_123L);
    assertThat(series.timeMillis(2)).isEqualTo(1_700_000_004_500L);
  }

  @Test
  void nativeHistogramsAndFloatsOfOneSeriesAreTwo() throws IOException {
    var answer =
        parse(
            """
            {"status":"success","data":{"resultType":"matrix","result":[
              {"metric":{"__name__":"model_prediction_duration_seconds","pod":"p"},
               "values":[[1,"2"]],
               "histograms":[[2.5,{"count":"3","sum":"0.6","buckets":[[0,"0.1","0.2","2"],[0,"0.2","+Inf","1"]]}]]}
            ]}}
            """);
    var expected =
        RawSeries.ofHistograms(
            "model_prediction_duration_seconds",
            new TreeMap<>(Map.of("pod", "p")),
            new long[] {2500},
            List.of(
                new NativeHistogram(
                    3,
                    0.6,
                    List.of(
                        new NativeHistogram.Bucket(0.1, 0.2, 2),
                        new NativeHistogram.Bucket(0.2, Double.POSITIVE_INFINITY, 1)))));
    assertThat(answer.matrix().series()).hasSize(2);
    // It has no upper bound, and AssertJ finds that two NaN differ.
    assertThat(answer.matrix().series())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("upperBound")
        .contains(expected);
  }

  @Test
  void anEmptyMatrixIsAnAnswer() throws IOException {
    assertThat(
            parse("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}")
                .matrix()
                .series())
        .isEmpty();
  }

  @Test
  void warningsAreCounted() throws IOException {
    assertThat(
            parse(
                    """
                    {"status":"success","warnings":["a","b"],
                     "data":{"resultType":"matrix","result":[]}}
                    """)
                .warnings())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>secret</html>",
        "null",
        "[]",
        "{}",
        "{\"status\":\"success\"}",
        "{\"status\":\"error\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}",
        "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}",
        "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":{}}}",
        "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}{}",
        "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},\"values\":[[1,\"2\"]]}]}}",
        "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"__name__\":\"a\"},\"values\":[[1,2]]}]}}",
        "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"__name__\":\"a\"},\"values\":[[1,\"two\"]]}]}}",
        "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"__name__\":\"a\"},\"values\":[[2,\"1\"],[1,\"1\"]]}]}}",
        "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"__name__\":\"a\"},\"values\":[[1,\"1\"]"
      })
  void whatIsNoMatrixIsRefusedWithoutQuotingIt(String body) {
    assertThatThrownBy(() -> parse(body))
        .isInstanceOf(IOException.class)
        .hasMessage("the answer is not a matrix of samples (" + body.length() + " bytes)");
  }
}
