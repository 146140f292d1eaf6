package dev.regularizer.samples.modelserver.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.samples.modelserver.RunningServer;
import dev.regularizer.samples.modelserver.metrics.HistogramForm;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScrapeTest {
  @Test
  void everySeriesOfTheContractIsThereAtZero() throws Exception {
    try (var server = RunningServer.declaring("[]")) {
      for (var outcome : new String[] {"served", "rejected", "error"}) {
        assertThat(server.metric("model_predictions_total{outcome=\"" + outcome + "\"}")).isZero();
      }
      for (var bin : IntStream.range(0, 20).toArray()) {
        for (var kind : new String[] {"labeled", "confidence", "correct"}) {
          assertThat(server.metric("model_prediction_" + kind + "_total{bin=\"" + bin + "\"}"))
              .isZero();
        }
      }
      assertThat(server.metric("model_prediction_duration_seconds_bucket{le=\"0.25\"}")).isZero();
      assertThat(server.metric("model_training_loss{split=\"validation\"}")).isEqualTo(0.6849);
      assertThat(server.metric("model_weight_norm{norm=\"l2\"}")).isEqualTo(17.0003);
    }
  }

  @Test
  void timesComeInTheFormThatWasAskedFor() throws Exception {
    try (var classic = RunningServer.exporting(HistogramForm.CLASSIC);
        var exponential = RunningServer.exporting(HistogramForm.NATIVE)) {
      assertThat(classic.metric("model_prediction_duration_seconds_bucket{le=\"0.25\"}")).isZero();
      assertThat(exponential.get("/metrics").body())
          .contains("model_prediction_duration_seconds_count")
          .doesNotContain("le=\"0.25\"");
    }
  }

  @Test
  void protobufIsServedToWhoAsksForIt() throws Exception {
    try (var server = RunningServer.declaring("[]");
        var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + server.server().port() + "/metrics"))
              .header(
                  "accept",
                  "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;"
                      + "encoding=delimited")
              .build();

      var response = client.send(request, BodyHandlers.ofByteArray());

      assertThat(response.headers().firstValue("content-type").orElseThrow())
          .startsWith("application/vnd.google.protobuf");
      assertThat(response.body()).isNotEmpty();
    }
  }
}
