package dev.regularizer.samples.modelserver.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regularizer.samples.modelserver.HeldoutImages;
import dev.regularizer.samples.modelserver.guard.GuardReader;
import dev.regularizer.samples.modelserver.guard.Judgement;
import dev.regularizer.samples.modelserver.guard.Predictor;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Python measured offline is what this server serves. */
class CommittedModelsTest {
  private final HeldoutImages images = HeldoutImages.read();

  @ParameterizedTest
  @ValueSource(
      strings = {"stable", "better", "overconfident", "strict", "unregularized", "mislabelled"})
  void servesWhatTheTrainerMeasured(String name) throws IOException {
    var model = ModelFile.bundled(name);
    var predictor =
        new Predictor(model.classifier(), GuardReader.read(List.of(), model.regularizers()));
    var served = 0;
    var right = 0;
    var gaps = new double[10];
    for (var i = 0; i < images.size(); i++) {
      if (predictor.judge(images.image(i)) instanceof Judgement.Served answer) {
        var correct = answer.digit() == images.label(i);
        served++;
        right += correct ? 1 : 0;
        gaps[answer.confidence().bin() / 2] += (correct ? 1 : 0) - answer.confidence().value();
      }
    }
    var error = 0.0;
    for (var gap : gaps) {
      error += Math.abs(gap) / served;
    }

    try (var stream = getClass().getResourceAsStream("/models/" + name + ".json")) {
      var offline = new ObjectMapper().readTree(stream).path("offline");
      assertThat(images.size()).isEqualTo(offline.path("images").asInt());
      assertThat((double) right / served)
          .isCloseTo(offline.path("servedAccuracy").asDouble(), within(1e-6));
      assertThat(error).isCloseTo(offline.path("servedEce").asDouble(), within(2e-6));
      assertThat(1 - (double) served / images.size())
          .isCloseTo(offline.path("rejectionRate").asDouble(), within(1e-6));
    }
  }
}
