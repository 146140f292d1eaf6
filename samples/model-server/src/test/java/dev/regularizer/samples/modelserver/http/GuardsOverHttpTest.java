package dev.regularizer.samples.modelserver.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.regularizer.samples.modelserver.HeldoutImages;
import dev.regularizer.samples.modelserver.RunningServer;
import org.junit.jupiter.api.Test;

/** Each guard at work on the real server. */
class GuardsOverHttpTest {
  private final HeldoutImages images = HeldoutImages.read();

  @Test
  void answersWithClassConfidenceAndToken() throws Exception {
    try (var server = RunningServer.declaring("[]")) {
      var response = server.post("/v1/predict", images.request(0));

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("x-model-revision")).contains("5c4b9wzq7f");
      var answer = RunningServer.json(response);
      assertThat(answer.path("class").asInt()).isEqualTo(images.label(0));
      assertThat(answer.path("confidence").asDouble()).isBetween(0.9, 1.0);
      assertThat(answer.path("token").asText()).contains(".");
      assertThat(server.metric("model_predictions_total{outcome=\"served\"}")).isEqualTo(1);
      assertThat(server.metric("model_prediction_duration_seconds_count")).isEqualTo(1);
    }
  }

  @Test
  void temperatureMovesTheConfidence() throws Exception {
    assertThat(confidence("[{'type':'TemperatureScaling','temperature':'0.25'}]"))
        .isGreaterThan(0.999999);
    assertThat(
            confidence(
                "[{'type':'TemperatureScaling','temperature':'100'},"
                    + "{'type':'ConfidenceThreshold','minimum':'0'}]"))
        .isCloseTo(0.1, within(0.02));
  }

  @Test
  void outputClippingBoundsTheConfidenceAndIsCounted() throws Exception {
    try (var server = declaring("[{'type':'OutputClipping','min':'0.01','max':'0.9'}]")) {
      var answer = RunningServer.json(server.post("/v1/predict", images.request(0)));

      assertThat(answer.path("confidence").asDouble()).isCloseTo(0.9, within(1e-6));
      assertThat(
              server.metric(
                  "model_guard_activations_total{action=\"clip\",guard=\"OutputClipping\"}"))
          .isEqualTo(1);
      assertThat(server.metric("model_predictions_total{outcome=\"served\"}")).isEqualTo(1);
    }
  }

  @Test
  void confidenceThresholdRejectsAndIsCounted() throws Exception {
    try (var server = declaring("[{'type':'ConfidenceThreshold','minimum':'1'}]")) {
      var response = server.post("/v1/predict", images.request(0));

      assertThat(response.statusCode()).isEqualTo(422);
      var answer = RunningServer.json(response);
      assertThat(answer.path("rejected").asText()).isEqualTo("ConfidenceThreshold");
      assertThat(answer.has("token")).isFalse();
      assertThat(
              server.metric(
                  "model_guard_activations_total{action=\"reject\",guard=\"ConfidenceThreshold\"}"))
          .isEqualTo(1);
      assertThat(server.metric("model_predictions_total{outcome=\"rejected\"}")).isEqualTo(1);
      assertThat(server.metric("model_predictions_total{outcome=\"served\"}")).isZero();
    }
  }

  @Test
  void inputLimitRejectsAndIsCounted() throws Exception {
    try (var server = declaring("[{'type':'InputLimit','maxBytes':'1Ki'}]")) {
      var padded = " ".repeat(2_000_000) + images.request(0);
      var response = server.post("/v1/predict", padded);

      assertThat(response.statusCode()).isEqualTo(413);
      assertThat(RunningServer.json(response).path("rejected").asText()).isEqualTo("InputLimit");
      assertThat(
              server.metric(
                  "model_guard_activations_total{action=\"reject\",guard=\"InputLimit\"}"))
          .isEqualTo(1);
      assertThat(server.metric("model_predictions_total{outcome=\"rejected\"}")).isEqualTo(1);
      assertThat(server.post("/v1/predict", images.request(0)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whatTheModelCannotReadIsAnErrorWithAReason() throws Exception {
    try (var server = RunningServer.declaring("[]")) {
      assertThat(server.post("/v1/predict", "{\"pixels\":[1,2]}"))
          .returns(400, response -> response.statusCode())
          .returns(
              "{\"error\":\"2 pixels; send 64 grey levels from 0 to 15\"}",
              response -> response.body());
      assertThat(server.post("/v1/predict", "pixels").statusCode()).isEqualTo(400);
      assertThat(
              server
                  .post("/v1/predict", images.request(0).replaceFirst("\\[[0-9.]+", "[16"))
                  .statusCode())
          .isEqualTo(400);
      assertThat(server.get("/v1/predict").statusCode()).isEqualTo(405);
      assertThat(server.metric("model_predictions_total{outcome=\"error\"}")).isEqualTo(4);
    }
  }

  private double confidence(String regularizers) throws Exception {
    try (var server = declaring(regularizers)) {
      return RunningServer.json(server.post("/v1/predict", images.request(0)))
          .path("confidence")
          .asDouble();
    }
  }

  private static RunningServer declaring(String regularizers) throws Exception {
    return RunningServer.declaring(regularizers.replace('\'', '"'));
  }
}
