package dev.regularizer.samples.labeler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.samples.feedback.Confidence;
import dev.regularizer.samples.feedback.Token;
import dev.regularizer.samples.feedback.TokenSigner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Labels on the real labeler. */
class LabelerOverHttpTest {
  private static final String STABLE = "model=\"ic\",revision=\"5c4b9wzq7f\"";
  private static final String CANDIDATE = "model=\"ic\",revision=\"7d9f8bxk2c\"";

  private final TokenSigner pods = TokenSigner.of("secret");
  private final HttpClient client = HttpClient.newHttpClient();
  private Labeler labeler;

  @BeforeEach
  void start() throws IOException {
    labeler = new Labeler("secret", 0);
  }

  @AfterEach
  void stop() {
    client.close();
    labeler.close();
  }

  @Test
  void aLabelMovesTheThreeCountersOfItsRevisionsBinOnce() throws Exception {
    var token = pods.write(token("5c4b9wzq7f", "a", 0, ""));

    assertThat(feedback(token, 3).body()).contains("\"counted\"");
    var again = feedback(token, 3);

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("\"duplicate\"");
    var bin = "{bin=\"15\"," + STABLE + "}";
    assertThat(metric("model_prediction_labeled_total" + bin)).isEqualTo(1);
    assertThat(metric("model_prediction_correct_total" + bin)).isEqualTo(1);
    assertThat(metric("model_prediction_confidence_total" + bin)).isEqualTo(0.75);
    assertThat(metric("model_feedback_total{result=\"duplicate\"}")).isEqualTo(1);
  }

  @Test
  void revisionsAreCountedApartAndKeepTheirCounters() throws Exception {
    feedback(pods.write(token("5c4b9wzq7f", "a", 0, "")), 3);
    feedback(pods.write(token("7d9f8bxk2c", "b", 0, "")), 4);
    feedback(pods.write(token("7d9f8bxk2c", "c", 0, "")), 3);

    assertThat(metric("model_prediction_labeled_total{bin=\"15\"," + STABLE + "}")).isEqualTo(1);
    assertThat(metric("model_prediction_labeled_total{bin=\"15\"," + CANDIDATE + "}")).isEqualTo(2);
    assertThat(metric("model_prediction_correct_total{bin=\"15\"," + CANDIDATE + "}")).isEqualTo(1);
    // Bins without labels are exported from the start: absence means that nobody exports them.
    assertThat(metric("model_prediction_labeled_total{bin=\"0\"," + CANDIDATE + "}")).isZero();
  }

  @Test
  void theCohortOfTheLabelWinsOverTheOneOfThePrediction() throws Exception {
    var known = pods.write(token("5c4b9wzq7f", "a", 0, "beta"));
    var late = pods.write(token("5c4b9wzq7f", "a", 1, "beta"));

    feedback(known, 4);
    post("{\"token\":\"%s\",\"label\":3,\"cohort\":\"gamma\"}".formatted(late));

    assertThat(metric("model_cohort_errors_total{cohort=\"beta\"," + STABLE + "}")).isEqualTo(1);
    assertThat(metric("model_cohort_labeled_total{cohort=\"gamma\"," + STABLE + "}")).isEqualTo(1);
    assertThat(metric("model_cohort_errors_total{cohort=\"gamma\"," + STABLE + "}")).isZero();
  }

  @Test
  void whatWasNotSignedWithTheSecretIsInvalid() throws Exception {
    var forged = TokenSigner.of("guess").write(token("5c4b9wzq7f", "a", 0, ""));
    var unshared = TokenSigner.of("{}", "").write(token("5c4b9wzq7f", "a", 0, ""));

    assertThat(feedback(forged, 3).statusCode()).isEqualTo(400);
    assertThat(feedback(unshared, 3).statusCode()).isEqualTo(400);
    assertThat(post("nonsense").statusCode()).isEqualTo(400);
    assertThat(post("x".repeat(100_000)).statusCode()).isEqualTo(400);
    assertThat(get("/v1/feedback").statusCode()).isEqualTo(405);

    assertThat(metric("model_feedback_total{result=\"invalid\"}")).isEqualTo(4);
    assertThat(get("/metrics").body()).doesNotContain("model_prediction_labeled_total");
  }

  private static Token token(String revision, String instance, long sequence, String cohort) {
    return new Token("ic", revision, instance, sequence, 3, Confidence.of(0.75), cohort);
  }

  private HttpResponse<String> feedback(String token, int label)
      throws IOException, InterruptedException {
    return post("{\"token\":\"%s\",\"label\":%d}".formatted(token, label));
  }

  private HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri("/v1/feedback")).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private double metric(String series) throws IOException, InterruptedException {
    return get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no series " + series));
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + labeler.port() + path);
  }
}
