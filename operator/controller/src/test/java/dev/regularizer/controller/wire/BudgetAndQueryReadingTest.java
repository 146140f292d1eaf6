package dev.regularizer.controller.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.Absolute;
import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.StableFailure;
import dev.regularizer.core.preset.Preset;
import dev.regularizer.core.problem.Problem;
import dev.regularizer.core.spec.TrialPolicy;
import dev.regularizer.crds.RegularizedModelSpec;
import dev.regularizer.crds.attempt.PolicyStatus;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Error budgets and queries of a spec, and as an attempt keeps them. */
class BudgetAndQueryReadingTest {
  private static final KubernetesSerialization JSON = new KubernetesSerialization();
  private static final String QUEUE =
      "{name: queue, query: {expression: \"avg(queue_depth{$(selector)})\", maximum: \"100\"}}";
  private static final String BURN =
      "{name: burn, errorBudgetBurn: {slo: \"0.999\", maxBurnRate: \"2\", limit: \"2.5\","
          + " minimum: 500, whenStableFailsToo: Rollback}}";

  private final List<String> unserved = new ArrayList<>();
  private List<Problem> problems = List.of();

  private List<SliPolicy> read(Preset preset, String... slis) {
    var spec =
        JSON.unmarshal("slis: [" + String.join(", ", slis) + "]", RegularizedModelSpec.class);
    var fields = new Fields();
    var read = new SliSpecReader(fields, new SliSeries(preset, unserved::add)).read(spec.slis());
    problems = fields.problems();
    return read;
  }

  @Test
  void aBudgetIsReadAsSharesOfBadRequests() {
    var burn = read(Preset.Native, BURN).getFirst();
    assertThat(problems).isEmpty();
    assertThat(burn.kind()).isEqualTo(new SliKind.ErrorBudgetBurn(.999));
    assertThat(burn.absolute()).contains(new Absolute(.002, .0025));
    assertThat(burn.minimum()).isEqualTo(500);
    assertThat(burn.whenStableFailsToo()).isEqualTo(StableFailure.Rollback);
    assertThat(
            read(Preset.Native, "{name: b, errorBudgetBurn: {slo: \"0.99\"}}")
                .getFirst()
                .absolute())
        .contains(new Absolute(.01, .015));
  }

  @Test
  void aQueryIsReadWithItsDefaults() {
    var queue = read(Preset.Native, BURN, QUEUE).getLast();
    assertThat(problems).isEmpty();
    assertThat(queue.kind()).isEqualTo(new SliKind.Query("avg(queue_depth{$(selector)})", 100, 3));
    assertThat(queue.gate()).isEqualTo(Gate.NoFail);
    assertThat(queue.weight()).isZero();
  }

  /** What an older or newer schema let through. */
  @Test
  void aQueryThatIsToProveSomethingIsAProblem() {
    read(Preset.Native, QUEUE.replace("{name: queue,", "{name: queue, gate: Pass,"));
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().toString()).contains("SLI queue", "NoFail or Advisory");
    read(Preset.Native, QUEUE.replace("{$(selector)}", ""));
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().toString()).contains("spec.slis[0]", "$(selector)");
  }

  @ParameterizedTest
  @EnumSource(Preset.class)
  void aPresetServesABudgetAsItServesErrors(Preset preset) {
    var errors = read(preset, "{name: e, errorRate: {objective: \"0.01\"}}");
    var told = List.copyOf(unserved);
    unserved.clear();
    var burn = read(preset, BURN, QUEUE);
    assertThat(unserved)
        .containsExactlyElementsOf(
            told.stream().map(it -> it.replace("errorRate:", "errorBudgetBurn:")).toList());
    assertThat(burn).hasSize(errors.size() + 1);
    if (burn.getFirst().kind() instanceof SliKind.ErrorBudgetBurn it
        && errors.getFirst().kind() instanceof SliKind.ErrorRate(var series)) {
      assertThat(it.series()).isEqualTo(series);
    }
    var policy =
        new TrialPolicy(burn, .05, .05, Duration.ofSeconds(10), Duration.ofSeconds(4), "default");
    var text = JSON.asJson(PolicyMapping.write(policy));
    assertThat(PolicyMapping.read(JSON.unmarshal(text, PolicyStatus.class))).isEqualTo(policy);
  }
}
