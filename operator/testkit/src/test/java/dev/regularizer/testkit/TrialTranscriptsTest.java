package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.state.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Trials that run their course: promotion, rollback, and what the spec asks for in between. */
class TrialTranscriptsTest {

  /** A model that serves 1.0.0 and tries 2.0.0. */
  private static Scenario trying(String name, String row, SimulatedServer candidate) {
    return Scenario.trying(name, row, Specs.first(), candidate);
  }

  @Test
  void goodCandidateIsPromotedAndBakes() {
    var scenario =
        trying(
            "promoted",
            "a good candidate goes through the steps and the bake",
            SimulatedServer.GOOD);
    scenario.play().until(Phase.BAKING);
    assertThat(scenario.play().status().pointers().previous()).isNotNull();
    scenario.play().until(Phase.UP_TO_DATE).lasting(Duration.ofSeconds(15));
    scenario
        .ended("2.0.0", Outcome.PROMOTED, Reason.Promoted)
        .serves("2.0.0", Reason.Promoted)
        .gone("1.0.0")
        .golden();
    assertThat(scenario.attempt("2.0.0").orElseThrow().steps())
        .extracting(step -> step.weight())
        .containsExactly(10, 50);
  }

  @Test
  void overconfidentCandidateIsRolledBackForCalibration() {
    var scenario =
        trying(
            "rolled-back-calibration",
            "an overconfident candidate",
            SimulatedServer.GOOD.overconfident());
    scenario.play().until(Phase.ROLLED_BACK);
    scenario
        .ended("2.0.0", Outcome.ROLLED_BACK, Reason.SliFailed)
        .serves("1.0.0", Reason.Installed)
        .gone("2.0.0")
        .golden();
    assertThat(scenario.failing("2.0.0")).contains("calibration");
  }

  @Test
  void rejectingCandidateIsRolledBackForRejections() {
    var scenario =
        trying(
            "rolled-back-rejections",
            "a candidate that rejects 8 %",
            SimulatedServer.GOOD.rejecting(0.08));
    scenario.play().until(Phase.ROLLED_BACK);
    scenario
        .ended("2.0.0", Outcome.ROLLED_BACK, Reason.SliFailed)
        .serves("1.0.0", Reason.Installed)
        .golden();
    assertThat(scenario.failing("2.0.0")).contains("rejections");
  }

  @Test
  void advisoryGatesStopNothing() {
    var scenario = new Scenario("advisory", "all gates Advisory: the bad one is not stopped");
    var advisory = Specs.first().gate(dev.regularizer.core.analysis.Gate.Advisory);
    scenario
        .play()
        .apply(advisory, SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .apply(advisory.version("2.0.0"), SimulatedServer.GOOD.overconfident())
        .until(Phase.BAKING)
        .until(Phase.UP_TO_DATE);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void thirdDigestSupersedesTheCandidate() {
    var scenario = trying("superseded", Rows.THIRD_DIGEST, SimulatedServer.GOOD);
    scenario
        .play()
        .apply(Specs.first().version("2.0.0").version("3.0.0"), SimulatedServer.GOOD)
        .until(
            "3.0.0 in its first step",
            one -> scenario.attempt("3.0.0").filter(a -> a.stepNumber() == 1).isPresent());
    scenario.ended("2.0.0", Outcome.SUPERSEDED, Reason.Superseded).gone("2.0.0").golden();
    assertThat(scenario.stable()).isEqualTo("1.0.0");
  }

  @Test
  void backToStableAbortsAtOnce() {
    var scenario = trying("back-to-stable", Rows.BACK_TO_STABLE, SimulatedServer.GOOD);
    scenario
        .play()
        .lasting(Duration.ofSeconds(20))
        .apply(Specs.first().version("2.0.0").version("1.0.0"));
    assertThat(scenario.play().cluster().weight(scenario.revisionOf("2.0.0")))
        .as("in the same pass")
        .isZero();
    scenario.play().until(Phase.UP_TO_DATE).lasting(Duration.ofSeconds(5));
    scenario
        .ended("2.0.0", Outcome.REVERTED, Reason.Reverted)
        .gone("2.0.0")
        .serves("1.0.0", Reason.Installed)
        .golden();
  }

  @Test
  void formerStableReturnsWithoutTrial() {
    var scenario = trying("former-stable", Rows.FORMER_STABLE, SimulatedServer.GOOD);
    scenario
        .play()
        .until(Phase.BAKING)
        .until(Phase.UP_TO_DATE)
        .lasting(Duration.ofSeconds(15))
        .apply(Specs.first().version("2.0.0").version("1.0.0"))
        .until(Phase.UP_TO_DATE)
        .lasting(Duration.ofSeconds(15));
    scenario
        .ended("1.0.0", Outcome.REVERTED, Reason.Reverted)
        .serves("1.0.0", Reason.Reverted)
        .gone("2.0.0")
        .golden();
    assertThat(scenario.attempt("1.0.0").orElseThrow().steps()).isEmpty();
  }

  @Test
  void rolledBackRevisionIsNotTriedAgain() {
    var scenario = trying("sticks", Rows.STICKS, SimulatedServer.GOOD.overconfident());
    var again = Specs.first().version("2.0.0");
    scenario
        .play()
        .until(Phase.ROLLED_BACK)
        .apply(again.rollout(plan -> plan), SimulatedServer.GOOD)
        .lasting(Duration.ofMinutes(2))
        .apply(again.version("1.0.0"))
        .until(Phase.UP_TO_DATE)
        .apply(again.version("1.0.0").version("2.0.0"), SimulatedServer.GOOD)
        .lasting(Duration.ofMinutes(2));
    assertThat(scenario.attempts("2.0.0")).isEqualTo(1);
    assertThat(scenario.play().decision().phase()).isEqualTo(Phase.ROLLED_BACK);
    scenario.gone("2.0.0").serves("1.0.0", Reason.Installed).golden();
  }

  @Test
  void supersededRevisionIsTriedAgainWhenAskedFor() {
    var scenario = trying("asked-again", Rows.ASKED_AGAIN, SimulatedServer.GOOD);
    var third = Specs.first().version("2.0.0").version("3.0.0");
    scenario
        .play()
        .apply(third, SimulatedServer.GOOD)
        .until("3.0.0 in its first step", one -> scenario.attempts("3.0.0") == 1)
        .apply(third.version("2.0.0"))
        .until(Phase.BAKING)
        .until(Phase.UP_TO_DATE);
    assertThat(scenario.attempts("2.0.0")).isEqualTo(2);
    scenario
        .ended("3.0.0", Outcome.SUPERSEDED, Reason.Superseded)
        .serves("2.0.0", Reason.Promoted)
        .golden();
  }

  @Test
  void everySliALittleBadTogetherIsEnough() {
    var slightlyBad = new SimulatedServer(3, 0.016, 0, 0.87, 0.785, 0, "");
    var scenario = trying("combined-evidence", "no SLI fails alone, all together do", slightlyBad);
    scenario.play().until(Phase.ROLLED_BACK);
    scenario
        .ended("2.0.0", Outcome.ROLLED_BACK, Reason.CombinedEvidence)
        .serves("1.0.0", Reason.Installed)
        .golden();
  }
}
