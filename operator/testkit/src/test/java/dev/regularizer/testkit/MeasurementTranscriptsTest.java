package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.spec.OnInconclusive;
import dev.regularizer.core.spec.RolloutSpec;
import dev.regularizer.core.state.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Missing, late and useless data; no data is never good news. */
class MeasurementTranscriptsTest {

  private static Specs plan(OnInconclusive policy, Duration deadline) {
    return Specs.first()
        .rollout(plan ->
            new RolloutSpec(
                plan.steps(),
                deadline,
                plan.bake(),
                plan.drain(),
                policy,
                plan.restartsLimit(),
                plan.rollbackWindow(),
                plan.badEventsLimit()));
  }

  @Test
  void unreachablePrometheusHoldsThenGoesOn() {
    var scenario =
        Scenario.trying("prometheus-away", Rows.AWAY, Specs.first(), SimulatedServer.GOOD);
    scenario
        .play()
        .lasting(Duration.ofSeconds(15))
        .when("Prometheus stops answering", one -> one.prometheus().reachable(false))
        .until(Phase.HOLDING);
    assertThat(scenario.play().decision().reason()).isEqualTo(Reason.PrometheusUnreachable);
    var weight = scenario.play().cluster().weight(scenario.revisionOf("2.0.0"));
    scenario.play().lasting(Duration.ofMinutes(1));
    assertThat(scenario.play().cluster().weight(scenario.revisionOf("2.0.0"))).isEqualTo(weight);
    scenario
        .play()
        .when("Prometheus answers again and kept scraping", one -> one.prometheus().reachable(true))
        .until(Phase.BAKING)
        .until(Phase.UP_TO_DATE);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void emptyPrometheusHolds() {
    var scenario =
        Scenario.trying("prometheus-empty", Rows.NO_DATA, Specs.first(), SimulatedServer.GOOD);
    scenario
        .play()
        .when("Prometheus stores nothing", one -> one.prometheus().storing(false))
        .until(Phase.HOLDING);
    assertThat(scenario.play().decision().reason()).isEqualTo(Reason.NoData);
    assertThat(scenario.play().cluster().weight(scenario.revisionOf("2.0.0"))).isEqualTo(10);
    scenario.golden();
  }

  @Test
  void samplesThatAreNoNumbersHoldAndEndInconclusive() {
    var scenario =
        Scenario.trying(
            "prometheus-nan",
            Rows.NO_DATA,
            plan(OnInconclusive.ROLLBACK, Duration.ofMinutes(2)),
            SimulatedServer.GOOD);
    scenario
        .play()
        .when("counters are NaN", one -> one.prometheus().broken(true))
        .until(Phase.HOLDING);
    assertThat(scenario.play().decision().reason()).isEqualTo(Reason.InvalidSamples);
    scenario.play().until(Phase.ROLLED_BACK);
    scenario
        .ended("2.0.0", Outcome.INCONCLUSIVE, Reason.Inconclusive)
        .gone("2.0.0")
        .serves("1.0.0", Reason.Installed)
        .golden();
  }

  @Test
  void promoteByPolicyNeedsEveryMinimum() {
    var server = SimulatedServer.GOOD.rejecting(0.012);
    var specs = plan(OnInconclusive.PROMOTE, Duration.ofSeconds(70));
    var scenario = Scenario.trying("promoted-by-policy", Rows.NO_DATA, specs, server);
    scenario.play().until(Phase.BAKING).until(Phase.UP_TO_DATE);
    scenario
        .ended("2.0.0", Outcome.PROMOTED, Reason.PromotedByPolicy)
        .serves("2.0.0", Reason.PromotedByPolicy)
        .golden();
  }

  @Test
  void inconclusiveHoldsByDefault() {
    var specs = plan(OnInconclusive.HOLD, Duration.ofSeconds(70));
    var scenario =
        Scenario.trying(
            "inconclusive-holds", Rows.NO_DATA, specs, SimulatedServer.GOOD.rejecting(0.012));
    scenario
        .play()
        .until("held as inconclusive", one -> one.decision().reason() == Reason.Inconclusive);
    assertThat(scenario.play().cluster().weight(scenario.revisionOf("2.0.0"))).isEqualTo(50);
    scenario.golden();
  }

  @Test
  void inconclusiveRevisionIsTriedAgainOnlyWhenAskedForAgain() {
    var specs = plan(OnInconclusive.ROLLBACK, Duration.ofSeconds(70));
    var scenario =
        Scenario.trying(
            "inconclusive-asked-again",
            Rows.ASKED_AGAIN,
            specs,
            SimulatedServer.GOOD.rejecting(0.012));
    scenario.play().until(Phase.ROLLED_BACK).lasting(Duration.ofMinutes(2));
    assertThat(scenario.attempts("2.0.0")).isEqualTo(1);
    scenario
        .play()
        .apply(specs.version("1.0.0"))
        .until(Phase.UP_TO_DATE)
        .apply(specs.version("1.0.0").version("2.0.0"), SimulatedServer.GOOD)
        .until(Phase.PROGRESSING);
    assertThat(scenario.attempts("2.0.0")).isEqualTo(2);
    scenario.golden();
  }

  @Test
  void commonCauseHolds() {
    var scenario =
        Scenario.trying(
            "common-cause", "stable misses the objective too", Specs.first(), SimulatedServer.GOOD);
    scenario
        .play()
        .when(
            "a dependency makes both reject 5 %",
            one -> {
              one.cluster()
                  .behave(
                      scenario.revisionOf("1.0.0"),
                      SimulatedServer.GOOD.rejecting(0.05),
                      one.now());
              one.cluster()
                  .behave(
                      scenario.revisionOf("2.0.0"),
                      SimulatedServer.GOOD.rejecting(0.05),
                      one.now());
            })
        .until("a common cause is seen", one -> one.decision().reason() == Reason.CommonCause);
    assertThat(scenario.attempt("2.0.0").orElseThrow().ended()).isFalse();
    scenario.golden();
  }
}
