package dev.regularizer.controller.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.counting.CostSeries;
import dev.regularizer.core.counting.EventSeries;
import dev.regularizer.core.counting.LabelSeries;
import dev.regularizer.core.counting.SeriesSelector;
import dev.regularizer.core.preset.Preset;
import dev.regularizer.core.spec.TrialPolicy;
import dev.regularizer.crds.RegularizedModelSpec;
import dev.regularizer.crds.attempt.PolicyStatus;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** SLIs that name the series they are counted from. */
class OwnSeriesReadingTest {
  private static final KubernetesSerialization JSON = new KubernetesSerialization();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final SeriesSelector A = SeriesSelector.of("a_total");
  private static final SeriesSelector B = SeriesSelector.of("b_total", Map.of("code", "429"));

  private final List<String> unserved = new ArrayList<>();
  private final Fields fields = new Fields();

  private List<SliPolicy> read(Preset preset, String slis) {
    try {
      var spec = JSON.unmarshal(YAML.readTree(slis).toString(), RegularizedModelSpec.class);
      return new SliSpecReader(fields, new SliSeries(preset, unserved::add)).read(spec.slis());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(slis, e);
    }
  }

  private SliKind kind(Preset preset, String member) {
    var read = read(preset, "slis: [{name: a, " + member + "}]");
    assertThat(fields.problems()).isEmpty();
    assertThat(unserved).isEmpty();
    return read.getFirst().kind();
  }

  @Test
  void everySliTakesSeriesOfItsOwn() {
    var a = "{metric: a_total}";
    var b = "{metric: b_total, matchLabels: {code: \"429\"}}";
    var events = new EventSeries(List.of(B), List.of(A));
    var rate = "{objective: \"0.01\", bad: " + b + ", total: " + a + "}";
    assertThat(kind(Preset.KServe, "rejectionRate: " + rate))
        .isEqualTo(new SliKind.RejectionRate(events));
    assertThat(kind(Preset.KServe, "errorRate: " + rate)).isEqualTo(new SliKind.ErrorRate(events));
    assertThat(kind(Preset.KServe, "eventRate: " + rate)).isEqualTo(new SliKind.EventRate(events));
    assertThat(
            kind(
                Preset.Triton,
                "latency: {quantile: \"0.9\", threshold: 1s, histogram: {metric: seconds}}"))
        .isEqualTo(new SliKind.Latency(.9, 1, SeriesSelector.of("seconds")));
    assertThat(
            kind(
                Preset.KServe,
                "calibrationError: {objective: \"0.05\", labeled: %s, confidence: %s, correct: %s}"
                    .formatted(a, "{metric: c_total}", b)))
        .isEqualTo(
            new SliKind.CalibrationError(new LabelSeries(A, SeriesSelector.of("c_total"), B)));
    assertThat(
            kind(
                Preset.KServe,
                "predictionError: {objective: \"0.1\", labeled: %s, correct: %s}".formatted(a, b)))
        .isEqualTo(
            new SliKind.PredictionError(new LabelSeries(A, LabelSeries.CONTRACT.confidence(), B)));
    assertThat(
            kind(
                Preset.KServe,
                "costPerPrediction: {versusStable: {}, cost: %s, predictions: %s}".formatted(b, a)))
        .isEqualTo(new SliKind.CostPerPrediction(new CostSeries(B, List.of(A))));
  }

  @Test
  void whatIsNotNamedComesFromThePreset() {
    assertThat(kind(Preset.Native, "rejectionRate: {objective: \"0.01\", bad: {metric: a_total}}"))
        .isEqualTo(new SliKind.RejectionRate(new EventSeries(List.of(A), EventSeries.PREDICTIONS)));
    assertThat(kind(Preset.Native, "predictionError: {versusStable: {}}"))
        .isEqualTo(new SliKind.PredictionError());
    assertThat(
            kind(Preset.Native, "costPerPrediction: {versusStable: {}, cost: {metric: a_total}}"))
        .isEqualTo(new SliKind.CostPerPrediction(new CostSeries(A, EventSeries.PREDICTIONS)));
  }

  @Test
  void halfOfTheSeriesIsNotEnoughWhereThePresetHasNone() {
    assertThat(
            read(
                Preset.KServe,
                "slis: [{name: a, rejectionRate: {objective: \"0.01\", bad: {metric: a_total}}},"
                    + " {name: b, predictionError: {objective: \"0.1\"}}]"))
        .isEmpty();
    assertThat(unserved)
        .containsExactly(
            "spec.slis[0].rejectionRate: the preset KServe cannot serve it: the server knows no"
                + " guards, so it counts no rejections; remove the SLI, name its series in bad and"
                + " total, or export the telemetry contract and use the preset Native",
            "spec.slis[1].predictionError: the preset KServe cannot serve it: the server never"
                + " learns true labels; a labeler can count them (source: Labeler); remove the SLI,"
                + " name its series in labeled and correct, or export the telemetry contract and"
                + " use the preset Native");
  }

  @Test
  void aNameThatWouldChangeTheQueryIsAProblem() {
    read(
        Preset.Native,
        "slis: [{name: a, errorRate: {objective: \"0.01\", bad: {metric: 'x\"} or y'}}},"
            + " {name: b, eventRate: {total: {metric: a_total}, objective: \"0.01\"}}]");
    assertThat(fields.problems())
        .extracting(problem -> problem.where() + ": " + problem.allowed())
        .containsExactly(
            "spec.slis[0]: a metric named with letters, digits, `_` and `:`, not beginning with a"
                + " digit, but not \"x\"} or y\"",
            "spec.slis[1]: a metric named with letters, digits, `_` and `:`, not beginning with a"
                + " digit, but not none");
  }

  @Test
  void anAttemptKeepsThem() {
    var policy =
        policy(
            """
            slis:
            - {name: r, rejectionRate: {objective: "0.01", bad: {metric: a_total, matchLabels: {code: "429", lang: ""}}}}
            - {name: l, latency: {quantile: "0.9", threshold: 1s, histogram: {metric: seconds}}}
            - {name: c, calibrationError: {objective: "0.05", confidence: {metric: c_total}}}
            - {name: w, predictionError: {versusStable: {}, correct: {metric: b_total}}}
            - {name: p, predictionError: {objective: "0.1"}}
            - {name: t, eventRate: {bad: {metric: a_total}, total: {metric: b_total}, objective: "0.001"}}
            - {name: e, costPerPrediction: {versusStable: {}, predictions: {metric: b_total}}}
            """);
    var text = JSON.asJson(PolicyMapping.write(policy));
    assertThat(PolicyMapping.read(JSON.unmarshal(text, PolicyStatus.class))).isEqualTo(policy);
  }

  @Test
  void theExampleOfTheDocumentIsRead() throws IOException {
    var document =
        Files.readString(
            Path.of(System.getProperty("basedir", ".")).resolve("../docs/telemetry.md"));
    var start = document.indexOf("```yaml\n") + "```yaml\n".length();
    var policy = policy(document.substring(start, document.indexOf("```", start)));
    assertThat(policy.slis())
        .extracting(SliPolicy::kind)
        .containsExactly(
            new SliKind.EventRate(
                new EventSeries(
                    List.of(SeriesSelector.of("toxic_answers_total")),
                    List.of(SeriesSelector.of("answers_total")))),
            new SliKind.RejectionRate(
                new EventSeries(
                    List.of(SeriesSelector.of("requests_total", Map.of("code", "429"))),
                    List.of(SeriesSelector.of("requests_total")))));
  }

  @Test
  void theSampleIsRead() throws IOException {
    var sample =
        YAML.readTree(
            Path.of(System.getProperty("basedir", "."))
                .resolve("../../samples/answers.yaml")
                .toFile());
    var policy = policy(sample.path("spec").toString());
    assertThat(policy.slis())
        .extracting(SliPolicy::name)
        .containsExactly("wrong", "worse", "toxicity", "refusals");
    assertThat(policy.slis().get(0).labelDelay()).isEqualTo(Duration.ofHours(1));
    assertThat(policy.slis().get(0).kind()).isEqualTo(new SliKind.PredictionError());
    assertThat(policy.slis().get(1).versusStable()).isPresent();
  }

  private TrialPolicy policy(String slis) {
    var read = read(Preset.Native, slis);
    assertThat(fields.problems()).isEmpty();
    return new TrialPolicy(
        read, .05, .05, Duration.ofSeconds(10), Duration.ofSeconds(4), "default");
  }
}
