package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.command.CommandResult;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.spec.OnInconclusive;
import dev.regularizer.core.spec.RolloutSpec;
import dev.regularizer.core.state.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** `retry` names the finished attempt of what the spec still asks for. */
class RetryTranscriptsTest {

  @Test
  void afterPodsThatFoundNoRoom() {
    var scenario = new Scenario("retry-not-ready", Rows.ABORT);
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .when("no room for more pods", one -> one.cluster().full("0/3 nodes: insufficient memory"))
        .apply(Specs.first().version("2.0.0"), SimulatedServer.GOOD)
        .until(Phase.ROLLED_BACK);
    scenario.ended("2.0.0", Outcome.NOT_READY, Reason.ProgressDeadlineExceeded);
    scenario
        .play()
        .when("room again", one -> one.cluster().full(""))
        .lasting(Duration.ofMinutes(1))
        .annotate(scenario.command("retry", "2.0.0"));
    scenario.answered(CommandResult.DONE);
    scenario.play().until(Phase.BAKING);
    assertThat(scenario.attempts("2.0.0")).isEqualTo(2);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void afterATrialWithoutVerdict() {
    var specs =
        Specs.first()
            .rollout(plan ->
                new RolloutSpec(
                    plan.steps(),
                    Duration.ofSeconds(70),
                    plan.bake(),
                    plan.drain(),
                    OnInconclusive.ROLLBACK,
                    plan.restartsLimit(),
                    plan.rollbackWindow(),
                    plan.badEventsLimit()));
    var scenario = new Scenario("retry-inconclusive", Rows.ABORT);
    scenario
        .play()
        .when("2 requests per second", one -> one.requestsPerSecond(2))
        .apply(specs, SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .apply(specs.version("2.0.0"), SimulatedServer.GOOD)
        .until(Phase.ROLLED_BACK);
    scenario.ended("2.0.0", Outcome.INCONCLUSIVE, Reason.Inconclusive);
    scenario
        .play()
        .when("200 requests per second", one -> one.requestsPerSecond(200))
        .annotate(scenario.command("retry", "2.0.0"))
        .until(Phase.BAKING);
    assertThat(scenario.attempts("2.0.0")).isEqualTo(2);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void onlyOfWhatTheSpecAsksForAndNotWhilePaused() {
    var scenario =
        Scenario.trying("retry-refused", Rows.ABORT, Specs.first(), SimulatedServer.GOOD);
    scenario
        .play()
        .annotate(scenario.command("abort", "2.0.0"))
        .until(Phase.ROLLED_BACK)
        .apply(Specs.first().version("2.0.0").paused(true));
    var retry = scenario.command("retry", "2.0.0");
    scenario.play().annotate(retry);
    scenario.answered(CommandResult.REFUSED);
    scenario.play().annotate(retry.replace(".1.", ".2."));
    scenario.answered(CommandResult.STALE_TOKEN);
    scenario
        .play()
        .apply(Specs.first().version("2.0.0").paused(true).version("1.0.0").paused(false))
        .until(Phase.UP_TO_DATE)
        .annotate(retry);
    scenario.answered(CommandResult.REFUSED);
    assertThat(scenario.attempts("2.0.0")).isEqualTo(1);
    scenario.serves("1.0.0", Reason.Installed).golden();
  }
}
