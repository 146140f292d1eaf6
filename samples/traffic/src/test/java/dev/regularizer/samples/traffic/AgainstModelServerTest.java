package dev.regularizer.samples.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.regularizer.samples.modelserver.Drain;
import dev.regularizer.samples.modelserver.ModelServer;
import dev.regularizer.samples.modelserver.Settings;
import dev.regularizer.samples.modelserver.metrics.HistogramForm;
import dev.regularizer.samples.modelserver.model.ModelFile;
import dev.regularizer.samples.modelserver.model.Revision;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Generator and model server together: both sides count the same. */
class AgainstModelServerTest {
  private static final Drain.Times AT_ONCE =
      new Drain.Times(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(5));

  @Test
  void bothSidesCountTheSame() throws Exception {
    var revision = Revision.parse("r", "{\"revision\":\"5c4b9wzq7f\",\"regularizers\":[]}");
    var settings =
        new Settings(0, ModelFile.bundled("strict"), revision, "", AT_ONCE, HistogramForm.BOTH, 1);
    var server = new ModelServer(settings, "a", System::nanoTime);
    var url = URI.create("http://127.0.0.1:" + server.port());
    var plan =
        Plan.of(url, 400, Duration.ofSeconds(5))
            .withFeedback(1, Duration.ofMillis(200))
            .withCohorts(List.of("a", "b"));
    try (var generator = LoadGenerator.start(plan)) {
      assertThat(generator.await(Duration.ofSeconds(60))).isTrue();

      var report = generator.report();
      var metrics = metrics(url);
      assertThat(report.total().requests()).isEqualTo(2000);
      assertThat(report.total().failed()).isZero();
      assertThat(report.revisions().keySet()).containsExactly("5c4b9wzq7f");
      assertThat(sum(metrics, "model_predictions_total{outcome=\"served\"}"))
          .isEqualTo((double) report.total().served());
      assertThat(sum(metrics, "model_predictions_total{outcome=\"rejected\"}"))
          .isEqualTo((double) report.total().rejected());
      assertThat(sum(metrics, "model_prediction_labeled_total"))
          .isEqualTo((double) report.feedback().accepted())
          .isEqualTo((double) report.total().served());
      assertThat(sum(metrics, "model_cohort_labeled_total"))
          .isEqualTo((double) report.total().served());
      assertThat(sum(metrics, "model_cohort_labeled_total{cohort=\"a\"}") / report.total().served())
          .isCloseTo(0.5, within(0.05));
      // A prediction costs a credit, served or rejected for want of confidence.
      assertThat(sum(metrics, "model_inference_cost_total{unit=\"credit\"}")).isEqualTo(2000);
      assertThat(sum(metrics, "model_prediction_correct_total") / report.total().served())
          .isCloseTo(report.total().accuracy(), within(1e-9));
      // Offline it rejects 8.1 %; four standard deviations of 2000 draws are 2.4 %.
      assertThat(report.total().rejectionRate()).isCloseTo(0.081, within(0.025));
    } finally {
      server.drainAndStop();
    }
  }

  private static String metrics(URI url) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(url.resolve("/metrics")).build(), BodyHandlers.ofString())
          .body();
    }
  }

  private static double sum(String metrics, String prefix) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(prefix))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }
}
