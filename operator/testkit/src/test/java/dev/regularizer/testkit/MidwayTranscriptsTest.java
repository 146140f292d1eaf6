package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.spec.OnInconclusive;
import dev.regularizer.core.state.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Edits and conflicts while something is on trial, phase by phase. */
class MidwayTranscriptsTest {
  private static final Specs SECOND = Specs.first().version("2.0.0");

  private static Scenario trying(String name, String row, SimulatedServer candidate) {
    return Scenario.trying(name, row, Specs.first(), candidate);
  }

  private static Scenario pending(String name, String row) {
    var scenario = new Scenario(name, row);
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .apply(SECOND, SimulatedServer.GOOD.neverReady("ContainerCreating"))
        .until("it has pods", one -> one.decision().reason() == Reason.AwaitingPods);
    return scenario;
  }

  @Test
  void policyEditBeforeTheFirstWeightRestartsTheAttempt() {
    var scenario = pending("policy-edited-pending", Rows.POLICY_EDITED);
    scenario
        .play()
        .apply(SECOND.rejectionObjective(0.02), SimulatedServer.GOOD)
        .when("its pods can be ready", scenario.behaving("2.0.0", SimulatedServer.GOOD))
        .until(Phase.PROGRESSING);
    assertThat(scenario.attempts("2.0.0")).isEqualTo(2);
    scenario.golden();
  }

  @Test
  void policyEditWhileHoldingRestartsTheAttempt() {
    var scenario = trying("policy-edited-holding", Rows.POLICY_EDITED, SimulatedServer.GOOD);
    scenario
        .play()
        .when("the candidate gets nothing", one -> one.stealTraffic(1))
        .until(Phase.HOLDING)
        .apply(SECOND.rejectionObjective(0.02), SimulatedServer.GOOD);
    assertThat(scenario.attempts("2.0.0")).isEqualTo(2);
    assertThat(scenario.play().cluster().weight(scenario.revisionOf("2.0.0"))).isZero();
    scenario.golden();
  }

  @Test
  void policyEditAfterTheVerdictChangesNothing() {
    var scenario = trying("policy-edited-promoting", Rows.POLICY_EDITED, SimulatedServer.GOOD);
    scenario
        .play()
        .until(Phase.PROMOTING)
        .apply(SECOND.rejectionObjective(0.02), SimulatedServer.GOOD)
        .until(Phase.BAKING);
    assertThat(scenario.attempts("2.0.0")).isEqualTo(1);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void policyEditAfterARollbackChangesNothing() {
    var scenario =
        trying("policy-edited-rolled-back", Rows.STICKS, SimulatedServer.GOOD.rejecting(0.08));
    scenario
        .play()
        .until(Phase.ROLLED_BACK)
        .apply(SECOND.rejectionObjective(0.5), SimulatedServer.GOOD)
        .lasting(Duration.ofMinutes(1));
    assertThat(scenario.attempts("2.0.0")).isEqualTo(1);
    assertThat(scenario.play().decision().phase()).isEqualTo(Phase.ROLLED_BACK);
    scenario.gone("2.0.0").golden();
  }

  @Test
  void shorterDeadlineCountsAtOnce() {
    var scenario =
        trying("deadline-edited", Rows.PLAN_EDITED, SimulatedServer.GOOD.rejecting(0.012));
    scenario
        .play()
        .until("at 50 %", one -> one.cluster().weight(scenario.revisionOf("2.0.0")) == 50)
        .apply(SECOND.rollout(Plans.deadline(Duration.ofSeconds(20))))
        .until("held", one -> one.decision().reason() == Reason.Inconclusive)
        .apply(
            SECOND
                .rollout(Plans.deadline(Duration.ofSeconds(20)))
                .rollout(Plans.onInconclusive(OnInconclusive.ROLLBACK)))
        .until(Phase.ROLLED_BACK);
    scenario.ended("2.0.0", Outcome.INCONCLUSIVE, Reason.Inconclusive).gone("2.0.0").golden();
  }

  @Test
  void lowerLimitOfRestartsCountsAtOnce() {
    var scenario = trying("limit-edited", Rows.PLAN_EDITED, SimulatedServer.GOOD.crashing(3));
    scenario.play().lasting(Duration.ofSeconds(45)).apply(SECOND.rollout(Plans.restarts(1)));
    scenario
        .ended("2.0.0", Outcome.ROLLED_BACK, Reason.RestartsExceeded)
        .play()
        .until(Phase.ROLLED_BACK);
    scenario.golden();
  }

  @Test
  void shorterBakeEndsSooner() {
    var scenario = trying("bake-edited", Rows.PLAN_EDITED, SimulatedServer.GOOD);
    scenario
        .play()
        .until(Phase.BAKING)
        .apply(SECOND.rollout(Plans.bake(Duration.ofSeconds(10))))
        .until(Phase.UP_TO_DATE);
    var bake = scenario.attempt("2.0.0").orElseThrow().bake();
    assertThat(bake).isNull();
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void promotionWithoutABakeKeepsNobodyWarm() {
    var specs = Specs.first().rollout(Plans.bake(Duration.ZERO));
    var scenario =
        Scenario.trying("no-bake", "bake: 0s, the old stable goes", specs, SimulatedServer.GOOD);
    scenario.play().until(Phase.UP_TO_DATE).lasting(Duration.ofSeconds(15));
    scenario.serves("2.0.0", Reason.Promoted).gone("1.0.0").golden();
  }

  @Test
  void biggerCapacityGrowsBoth() {
    var scenario = trying("replicas-edited", Rows.PLAN_EDITED, SimulatedServer.GOOD);
    scenario
        .play()
        .until("at 50 %", one -> one.cluster().weight(scenario.revisionOf("2.0.0")) == 50)
        .apply(SECOND.replicas(6), SimulatedServer.GOOD)
        .lasting(Duration.ofSeconds(5));
    assertThat(scenario.pods("1.0.0")).isEqualTo(6);
    assertThat(scenario.pods("2.0.0")).isEqualTo(3);
    scenario.golden();
  }

  @Test
  void nameTakenOfACandidateIsSaid() {
    var scenario = pending("name-conflict-on-trial", Rows.CONFLICT);
    scenario
        .play()
        .when(
            "a Service of the candidate's name is somebody else's",
            one -> one.conflicts(List.of("Service ic-rkv5ms47hj, owned by nobody")));
    assertThat(scenario.play().decision().phase()).isEqualTo(Phase.HOLDING);
    assertThat(scenario.play().decision().reason()).isEqualTo(Reason.NameConflict);
    scenario.golden();
  }

  @Test
  void nothingRisesWhileTheSpecIsRefused() {
    var scenario =
        trying(
            "spec-refused-on-trial", "a spec that is refused in mid-trial", SimulatedServer.GOOD);
    scenario
        .play()
        .lasting(Duration.ofSeconds(10))
        .when(
            "the spec has a problem",
            one -> one.problems(List.of("spec.rollout.drain: found \"5x\"; allowed: a duration")))
        .apply(SECOND.rejectionObjective(0.3))
        .lasting(Duration.ofMinutes(2));
    assertThat(scenario.attempts("2.0.0")).isEqualTo(1);
    assertThat(scenario.play().cluster().weight(scenario.revisionOf("2.0.0"))).isEqualTo(10);
    assertThat(scenario.play().decision().reason()).isEqualTo(Reason.SpecRefused);
    scenario
        .play()
        .when(
            "it is mended",
            one -> {
              one.problems(List.of());
              one.apply(SECOND.rejectionObjective(0.3).rejectionObjective(0.01));
            })
        .until("at 50 %", one -> one.cluster().weight(scenario.revisionOf("2.0.0")) == 50);
    scenario.golden();
  }

  @Test
  void connectionThatGoesAwayHolds() {
    var scenario =
        trying(
            "connection-removed",
            "the Prometheus connection is taken out of the operator's configuration in mid-trial",
            SimulatedServer.GOOD);
    scenario
        .play()
        .lasting(Duration.ofSeconds(10))
        .when("the connection is not configured any more", one -> one.connected(false));
    assertThat(scenario.play().decision().reason()).isEqualTo(Reason.UnknownConnection);
    scenario.play().when("it is again", one -> one.connected(true)).until(Phase.BAKING);
    scenario.golden();
  }
}
