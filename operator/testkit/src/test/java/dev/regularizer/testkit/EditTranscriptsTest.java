package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.spec.RolloutSpec;
import dev.regularizer.core.spec.Step;
import dev.regularizer.core.state.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Edits outside spec.revision while something runs. */
class EditTranscriptsTest {

  private static Scenario trying(String name, String row, SimulatedServer candidate) {
    return Scenario.trying(name, row, Specs.first(), candidate);
  }

  private static RolloutSpec steps(RolloutSpec plan, Step... steps) {
    return new RolloutSpec(
        List.of(steps),
        plan.deadline(),
        plan.bake(),
        plan.drain(),
        plan.onInconclusive(),
        plan.restartsLimit(),
        plan.rollbackWindow(),
        plan.badEventsLimit());
  }

  @Test
  void policyEditRestartsTheAttempt() {
    var scenario = trying("policy-edited", Rows.POLICY_EDITED, SimulatedServer.GOOD);
    scenario
        .play()
        .lasting(Duration.ofSeconds(25))
        .apply(Specs.first().version("2.0.0").rejectionObjective(0.02), SimulatedServer.GOOD);
    assertThat(scenario.attempts("2.0.0")).isEqualTo(2);
    var second = scenario.attempt("2.0.0").orElseThrow();
    assertThat(second.measurements().observedWindows()).isZero();
    assertThat(scenario.play().cluster().weight(scenario.revisionOf("2.0.0")))
        .as("taken away first")
        .isZero();
    scenario.play().until(Phase.BAKING).until(Phase.UP_TO_DATE);
    scenario.serves("2.0.0", Reason.Promoted).golden();
    assertThat(scenario.play().status().pointers().history())
        .anySatisfy(entry -> {
          assertThat(entry.outcome()).isEqualTo(Outcome.SUPERSEDED);
          assertThat(entry.reason()).isEqualTo(Reason.PolicyChanged);
        });
  }

  @Test
  void policyEditWhileBakingLeavesTheCopy() {
    var scenario = trying("policy-edited-while-baking", Rows.POLICY_EDITED, SimulatedServer.GOOD);
    scenario
        .play()
        .until(Phase.BAKING)
        .apply(Specs.first().version("2.0.0").rejectionObjective(0.02), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE);
    assertThat(scenario.attempts("2.0.0")).isEqualTo(1);
    assertThat(
            scenario
                .attempt("2.0.0")
                .orElseThrow()
                .policy()
                .slis()
                .getFirst()
                .absolute()
                .orElseThrow()
                .objective())
        .isEqualTo(0.01);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void shorterPlanNeverLowersTheWeight() {
    var scenario = trying("plan-edited", Rows.PLAN_EDITED, SimulatedServer.GOOD);
    scenario
        .play()
        .until("at 50 %", one -> one.cluster().weight(scenario.revisionOf("2.0.0")) == 50)
        .lasting(Duration.ofSeconds(5))
        .apply(
            Specs.first()
                .version("2.0.0")
                .rollout(plan ->
                    steps(
                        plan,
                        new Step(5, Duration.ofSeconds(30)),
                        new Step(80, Duration.ofSeconds(20)))),
            SimulatedServer.GOOD);
    assertThat(scenario.play().cluster().weight(scenario.revisionOf("2.0.0"))).isEqualTo(50);
    scenario
        .play()
        .until("at 80 %", one -> one.cluster().weight(scenario.revisionOf("2.0.0")) == 80);
    assertThat(scenario.attempts("2.0.0")).isEqualTo(1);
    scenario.play().until(Phase.BAKING).until(Phase.UP_TO_DATE);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void pauseStopsRisingButNotRollingBack() {
    var scenario = trying("paused", Rows.PAUSED, SimulatedServer.GOOD);
    var paused = Specs.first().version("2.0.0").paused(true);
    scenario.play().lasting(Duration.ofSeconds(15)).apply(paused).lasting(Duration.ofMinutes(3));
    assertThat(scenario.play().cluster().weight(scenario.revisionOf("2.0.0"))).isEqualTo(10);
    assertThat(scenario.play().decision().reason()).isEqualTo(Reason.Paused);
    assertThat(scenario.attempt("2.0.0").orElseThrow().measurements().observedWindows()).isZero();
    scenario
        .play()
        .when(
            "the candidate becomes overconfident",
            scenario.behaving("2.0.0", SimulatedServer.GOOD.overconfident()))
        .until(Phase.ROLLED_BACK);
    scenario
        .ended("2.0.0", Outcome.ROLLED_BACK, Reason.SliFailed)
        .serves("1.0.0", Reason.Installed)
        .golden();
  }

  @Test
  void pausedModelStartsNothing() {
    var scenario = new Scenario("paused-before-start", Rows.PAUSED);
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .apply(Specs.first().version("2.0.0").paused(true), SimulatedServer.GOOD)
        .lasting(Duration.ofMinutes(2));
    assertThat(scenario.play().cluster().revisions()).hasSize(1);
    scenario
        .play()
        .apply(Specs.first().version("2.0.0").paused(false), SimulatedServer.GOOD)
        .until(Phase.PROGRESSING);
    scenario.golden();
  }
}
