package dev.regularizer.controller.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.counting.EventSeries;
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
                + " learns true labels; the labeler of samples/labeler counts them; remove the SLI,"
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
  void theSchemaNamesEveryPreset() {
    assertThat(MetricsPreset.values())
        .extracting(Enum::name)
        .containsExactlyElementsOf(
            Arrays.stream(Preset.values()).map(Preset::word).collect(Collectors.toList()));
  }
}
