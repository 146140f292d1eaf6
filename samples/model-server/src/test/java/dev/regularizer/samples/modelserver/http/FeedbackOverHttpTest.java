package dev.regularizer.samples.modelserver.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.samples.modelserver.HeldoutImages;
import dev.regularizer.samples.modelserver.RunningServer;
import org.junit.jupiter.api.Test;

/** True labels on the real server. */
class FeedbackOverHttpTest {
  private final HeldoutImages images = HeldoutImages.read();

  @Test
  void aLabelMovesTheThreeCountersOfItsBinOnce() throws Exception {
    try (var server = RunningServer.declaring("[]")) {
      var answer = RunningServer.json(server.post("/v1/predict", images.request(0)));
      var token = answer.path("token").asText();

      assertThat(server.feedback(token, images.label(0)).statusCode()).isEqualTo(200);
      var again = server.feedback(token, images.label(0));

      assertThat(RunningServer.json(again).path("result").asText()).isEqualTo("duplicate");
      assertThat(server.metric("model_prediction_labeled_total{bin=\"19\"}")).isEqualTo(1);
      assertThat(server.metric("model_prediction_correct_total{bin=\"19\"}")).isEqualTo(1);
      assertThat(server.metric("model_prediction_confidence_total{bin=\"19\"}"))
          .isEqualTo(answer.path("confidence").asDouble());
      assertThat(server.metric("model_feedback_total{result=\"counted\"}")).isEqualTo(1);
      assertThat(server.metric("model_feedback_total{result=\"duplicate\"}")).isEqualTo(1);
    }
  }

  @Test
  void aWrongAnswerIsLabelledAndNotCorrect() throws Exception {
    try (var server = RunningServer.declaring("[]")) {
      server.feedback(server.token(images.request(0)), (images.label(0) + 1) % 10);

      assertThat(server.metric("model_prediction_labeled_total{bin=\"19\"}")).isEqualTo(1);
      assertThat(server.metric("model_prediction_correct_total{bin=\"19\"}")).isZero();
    }
  }

  @Test
  void anyPodOfTheRevisionCounts() throws Exception {
    try (var one = RunningServer.pod("ic", "5c4b9wzq7f", "[]", "a", RunningServer.AT_ONCE);
        var other = RunningServer.pod("ic", "5c4b9wzq7f", "[]", "b", RunningServer.AT_ONCE)) {
      assertThat(other.feedback(one.token(images.request(0)), 3).statusCode()).isEqualTo(200);
      // The first prediction of each pod has the same number; they are different predictions.
      assertThat(other.feedback(other.token(images.request(0)), 3).statusCode()).isEqualTo(200);

      assertThat(other.metric("model_feedback_total{result=\"counted\"}")).isEqualTo(2);
      assertThat(one.metric("model_feedback_total{result=\"counted\"}")).isZero();
    }
  }

  @Test
  void anotherRevisionsLabelIsRefusedAndCountedApart() throws Exception {
    try (var stable = RunningServer.pod("ic", "5c4b9wzq7f", "[]", "a", RunningServer.AT_ONCE);
        var candidate = RunningServer.pod("ic", "7d9f8bxk2c", "[]", "b", RunningServer.AT_ONCE)) {
      var response = stable.feedback(candidate.token(images.request(0)), 3);

      assertThat(response.statusCode()).isEqualTo(409);
      assertThat(RunningServer.json(response).path("result").asText()).isEqualTo("other_revision");
      assertThat(stable.metric("model_feedback_total{result=\"other_revision\"}")).isEqualTo(1);
      assertThat(stable.metric("model_prediction_labeled_total{bin=\"19\"}")).isZero();
    }
  }

  @Test
  void whatWeDidNotSignIsInvalid() throws Exception {
    try (var server = RunningServer.declaring("[]");
        var forger = RunningServer.pod("other", "5c4b9wzq7f", "[]", "a", RunningServer.AT_ONCE)) {
      assertThat(server.feedback(forger.token(images.request(0)), 3).statusCode()).isEqualTo(400);
      assertThat(server.feedback("nonsense", 3).statusCode()).isEqualTo(400);
      assertThat(server.feedback(server.token(images.request(0)), 10).statusCode()).isEqualTo(400);
      assertThat(server.post("/v1/feedback", "x".repeat(100_000)).statusCode()).isEqualTo(400);

      assertThat(server.metric("model_feedback_total{result=\"invalid\"}")).isEqualTo(4);
    }
  }

  @Test
  void cohortsAreCountedApart() throws Exception {
    try (var server = RunningServer.declaring("[]")) {
      var request = images.request(0).replace("{", "{\"cohort\":\"beta\",");
      server.feedback(server.token(request), (images.label(0) + 1) % 10);

      assertThat(server.metric("model_cohort_labeled_total{cohort=\"beta\"}")).isEqualTo(1);
      assertThat(server.metric("model_cohort_errors_total{cohort=\"beta\"}")).isEqualTo(1);
    }
  }
}
