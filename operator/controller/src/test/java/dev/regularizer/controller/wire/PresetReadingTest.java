package dev.regularizer.controller.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.VersusAll;
import dev.regularizer.core.counting.CohortSeries;
import dev.regularizer.core.counting.EventSeries;
import dev.regularizer.core.counting.LabelSeries;
import dev.regularizer.core.counting.LabelSource;
import dev.regularizer.core.counting.SeriesSelector;
import dev.regularizer.core.preset.Preset;
import dev.regularizer.core.spec.TrialPolicy;
import dev.regularizer.crds.RegularizedModelSpec;
import dev.regularizer.crds.attempt.PolicyStatus;
import dev.regularizer.crds.rollout.MetricsPreset;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which series an SLI of a spec is counted from, and which it cannot be counted from. */
class PresetReadingTest {
  private static final KubernetesSerialization JSON = new KubernetesSerialization();

  private final List<String> unserved = new ArrayList<>();

  private List<SliPolicy> read(Preset preset, String slis) {
    var spec = JSON.unmarshal("slis: [" + slis + "]", RegularizedModelSpec.class);
    var fields = new Fields();
    var read = new SliSpecReader(fields, new SliSeries(preset, unserved::add)).read(spec.slis());
    assertThat(fields.problems()).isEmpty();
    return read;
  }

  @Test
  void nativeKeepsTheTelemetryContract() {
    var slis =
        read(
            Preset.Native,
            """
            {name: e, errorRate: {objective: "0.01"}}, {name: r, rejectionRate: {objective: "0.01"}},
            {name: l, latency: {threshold: 250ms}}, {name: c, calibrationError: {objective: "0.05"}}
            """);
    assertThat(slis)
        .extracting(SliPolicy::kind)
        .containsExactly(
            new SliKind.ErrorRate(),
            new SliKind.RejectionRate(),
            new SliKind.Latency(.95, .25),
            new SliKind.CalibrationError());
    assertThat(unserved).isEmpty();
  }

  @Test
  void aPresetSuppliesItsServersSeries() {
    var slis =
        read(
            Preset.MLServer,
            "{name: e, errorRate: {objective: \"0.01\"}}, {name: l, latency: {threshold: 250ms}}");
    assertThat(slis.getFirst().kind())
        .isEqualTo(
            new SliKind.ErrorRate(
                new EventSeries(
                    List.of(SeriesSelector.of("model_infer_request_failure_total")),
                    List.of(
                        SeriesSelector.of("model_infer_request_success_total"),
                        SeriesSelector.of("model_infer_request_failure_total")))));
    assertThat(slis.getLast().kind())
        .isInstanceOfSatisfying(
            SliKind.Latency.class,
            latency ->
                assertThat(latency.histogram().metric())
                    .isEqualTo("rest_server_request_duration_seconds"));
  }

  @Test
  void whatAPresetCannotServeIsNamedWithWhatToDo() {
    var slis =
        read(
            Preset.KServe,
            "{name: l, latency: {threshold: 250ms}}, {name: e, errorRate: {objective: \"0.01\"}},"
                + " {name: c, calibrationError: {objective: \"0.05\"}}");
    assertThat(slis).extracting(SliPolicy::name).containsExactly("l");
    assertThat(unserved)
        .containsExactly(
            "spec.slis[1].errorRate: the preset KServe cannot serve it: the server counts"
                + " predictions without saying which failed; remove the SLI, name its series in bad"
                + " and total, or export the telemetry contract and use the preset Native",
            "spec.slis[2].calibrationError: the preset KServe cannot serve it: the server never"
                + " learns true labels; a labeler can count them (source: Labeler); remove the SLI,"
                + " name its series in labeled, confidence and correct, or export the telemetry"
                + " contract and use the preset Native");
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void anAttemptKeepsTheSeriesItIsCountedFrom(Preset preset) {
    var policy =
        new TrialPolicy(
            read(
                preset,
                "{name: e, errorRate: {objective: \"0.01\"}}, {name: l, latency: {threshold: 1s}},"
                    + " {name: c, calibrationError: {objective: \"0.05\"}}"),
            .05,
            .05,
            Duration.ofSeconds(10),
            Duration.ofSeconds(4),
            "default");
    var written = PolicyMapping.write(policy);
    var text = JSON.asJson(written);
    assertThat(PolicyMapping.read(JSON.unmarshal(text, PolicyStatus.class))).isEqualTo(policy);
    assertThat(written.slis().stream().allMatch(sli -> sli.series() == null))
        .isEqualTo(preset == Preset.Native);
  }

  @Test
  void aLabelerCountsForEveryServer() {
    var slis =
        read(
            Preset.KServe,
            """
            {name: c, calibrationError: {objective: "0.05", source: Labeler}},
            {name: f, cohortError: {label: region, maxCohorts: 5, source: Labeler, minimum: 900,
                                    labelDelay: 1h, versusAll: {objective: "1.2"}}},
            {name: d, cohortError: {source: Labeler, versusAll: {}, labeled: {metric: a_total},
                                    errors: {metric: b_total, matchLabels: {head: main}}}},
            {name: w, predictionError: {objective: "0.1", source: Labeler}}
            """);
    assertThat(slis)
        .extracting(SliPolicy::kind)
        .containsExactly(
            new SliKind.CalibrationError(LabelSeries.CONTRACT.from(LabelSource.Labeler)),
            new SliKind.CohortError(
                CohortSeries.CONTRACT.by("region").from(LabelSource.Labeler),
                5,
                new VersusAll(1.2, 1.35, .001, .005)),
            new SliKind.CohortError(
                new CohortSeries(
                    SeriesSelector.of("a_total"),
                    SeriesSelector.of("b_total", Map.of("head", "main")),
                    "cohort",
                    LabelSource.Labeler),
                20,
                new VersusAll(1.1, 1.25, .001, .005)),
            new SliKind.PredictionError(LabelSeries.CONTRACT.from(LabelSource.Labeler)));
    assertThat(slis)
        .extracting(SliPolicy::gate)
        .containsExactly(Gate.Pass, Gate.NoFail, Gate.NoFail, Gate.Pass);
    assertThat(slis).extracting(SliPolicy::minimum).containsExactly(300L, 900L, 300L, 200L);
    assertThat(slis.get(1).labelDelay()).isEqualTo(Duration.ofHours(1));
    assertThat(unserved).isEmpty();
    var policy =
        new TrialPolicy(slis, .05, .05, Duration.ofSeconds(10), Duration.ofSeconds(4), "default");
    var text = JSON.asJson(PolicyMapping.write(policy));
    assertThat(PolicyMapping.read(JSON.unmarshal(text, PolicyStatus.class))).isEqualTo(policy);
  }

  @Test
  void podsWithoutLabelsHaveNoCohortsEither() {
    assertThat(read(Preset.KServe, "{name: f, cohortError: {versusAll: {}}}")).isEmpty();
    assertThat(unserved.getFirst())
        .startsWith(
            "spec.slis[0].cohortError: the preset KServe cannot serve it: the server never learns"
                + " true labels; a labeler can count them (source: Labeler)");
  }

  @Test
  void theSchemaNamesEverySource() {
    assertThat(dev.regularizer.crds.sli.LabelSource.values())
        .extracting(Enum::name)
        .containsExactlyElementsOf(
            Arrays.stream(LabelSource.values()).map(Enum::name).collect(Collectors.toList()));
  }

  @Test
  void theSchemaNamesEveryPreset() {
    assertThat(MetricsPreset.values())
        .extracting(Enum::name)
        .containsExactlyElementsOf(
            Arrays.stream(Preset.values()).map(Preset::word).collect(Collectors.toList()));
  }
}
