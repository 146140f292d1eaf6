package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.spec.OnInconclusive;
import dev.regularizer.core.state.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** The operator is not there, or a bake goes wrong besides its SLIs. */
class AwayTranscriptsTest {
  private static final Specs SECOND = Specs.first().version("2.0.0");

  private static Scenario trying(String name, String row, SimulatedServer candidate) {
    return Scenario.trying(name, row, Specs.first(), candidate);
  }

  @Test
  void missedWindowsAreJudgedFirstAndStepsTakenOneByOne() {
    var scenario = trying("operator-away", Rows.AWAY, SimulatedServer.GOOD);
    scenario.play().lasting(Duration.ofSeconds(10)).away(Duration.ofMinutes(5));
    var weights = new ArrayList<Integer>();
    scenario
        .play()
        .until(
            "promoted",
            one -> {
              weights.add(one.cluster().weight(scenario.revisionOf("2.0.0")));
              return one.decision().phase() == Phase.BAKING;
            });
    assertThat(weights.stream().distinct()).containsExactly(10, 50, 100);
    scenario.golden();
  }

  @Test
  void harmInMissedWindowsRollsBackAtOnce() {
    var scenario = trying("operator-away-harm", Rows.AWAY, SimulatedServer.GOOD);
    scenario
        .play()
        .lasting(Duration.ofSeconds(10))
        .when(
            "the candidate begins to reject 8 %",
            scenario.behaving("2.0.0", SimulatedServer.GOOD.rejecting(0.08)))
        .away(Duration.ofMinutes(5))
        .until(Phase.ROLLED_BACK);
    scenario
        .ended("2.0.0", Outcome.ROLLED_BACK, Reason.SliFailed)
        .serves("1.0.0", Reason.Installed)
        .gone("2.0.0")
        .golden();
  }

  @Test
  void promoteByPolicyDoesNotApplyWithoutValidData() {
    var specs =
        Specs.first()
            .rollout(Plans.deadline(Duration.ofMinutes(2)))
            .rollout(Plans.onInconclusive(OnInconclusive.PROMOTE));
    var scenario =
        Scenario.trying("not-promoted-by-policy", Rows.NO_DATA, specs, SimulatedServer.GOOD);
    scenario
        .play()
        .when("counters are NaN", one -> one.prometheus().broken(true))
        .until("held", one -> one.decision().reason() == Reason.Inconclusive);
    assertThat(scenario.play().decision().phase()).isEqualTo(Phase.HOLDING);
    assertThat(scenario.attempt("2.0.0").orElseThrow().ended()).isFalse();
    scenario.golden();
  }

  @Test
  void restartsWhileBakingReturn() {
    var scenario = trying("bake-return-restarts", Rows.BAD_WHILE_BAKING, SimulatedServer.GOOD);
    scenario
        .play()
        .until(Phase.BAKING)
        .when(
            "containers of the new stable restart",
            scenario.behaving("2.0.0", SimulatedServer.GOOD.crashing(30)))
        .until(Phase.ROLLED_BACK)
        .lasting(Duration.ofSeconds(15));
    scenario
        .ended("2.0.0", Outcome.ROLLED_BACK, Reason.RestartsExceeded)
        .serves("1.0.0", Reason.BakeReturn)
        .gone("2.0.0")
        .golden();
  }

  @Test
  void pauseDoesNotStopABakeNorAReturn() {
    var scenario = trying("paused-baking", Rows.PAUSED, SimulatedServer.GOOD);
    scenario
        .play()
        .until(Phase.BAKING)
        .apply(SECOND.paused(true))
        .when(
            "the new stable rejects 8 %",
            scenario.behaving("2.0.0", SimulatedServer.GOOD.rejecting(0.08)))
        .until(Phase.ROLLED_BACK);
    scenario.serves("1.0.0", Reason.BakeReturn).golden();
  }

  @Test
  void olderModelThatGoesFreesTheHost() {
    var scenario = new Scenario("route-conflict-solved", Rows.ROUTE);
    scenario
        .play()
        .when("an older model has the host", one -> one.rival("vision/older"))
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.REFUSED)
        .lasting(Duration.ofSeconds(10))
        .when("the older model is deleted", one -> one.rival(null))
        .until(Phase.UP_TO_DATE);
    scenario.serves("1.0.0", Reason.Installed).golden();
  }
}
