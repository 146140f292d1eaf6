package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.Verdict;
import dev.regularizer.core.command.CommandResult;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What not even a person can order. */
class CommandRefusalTranscriptsTest {

  /** Any other SLI that fails rolls back in the same pass. */
  @Test
  void noPromotionWhileAnAdvisorySliFails() {
    var scenario =
        Scenario.trying(
            "promote-failing",
            Rows.PROMOTE,
            Specs.first().gate(Gate.Advisory),
            SimulatedServer.GOOD.rejecting(0.05));
    scenario
        .play()
        .until(
            "an SLI fails",
            _ ->
                scenario.attempt("2.0.0").orElseThrow().results().stream()
                    .anyMatch(one -> one.verdict() == Verdict.Fail));
    assertThat(scenario.attempt("2.0.0").orElseThrow().ended()).isFalse();
    scenario.play().annotate(scenario.command("promote", "2.0.0"));
    scenario.answered(CommandResult.REFUSED);
    scenario.play().until(Phase.BAKING);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void noStepOverALineThatAnSliDraws() {
    var scenario =
        Scenario.trying(
            "skip-held-above", Rows.SKIP, Specs.first().holdAbove(20), SimulatedServer.GOOD);
    scenario.play().annotate(scenario.command("skip", "2.0.0"));
    scenario.answered(CommandResult.REFUSED);
    assertThat(scenario.attempt("2.0.0").orElseThrow().stepNumber()).isEqualTo(1);
    scenario.play().until(Phase.BAKING);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void noMoreTrafficWhileHeld() {
    var scenario = Scenario.trying("held-refuses", Rows.HOLD, Specs.first(), SimulatedServer.GOOD);
    scenario.play().lasting(Duration.ofSeconds(5)).annotate(scenario.command("hold", "2.0.0"));
    scenario.answered(CommandResult.DONE);
    scenario.play().annotate(scenario.command("skip", "2.0.0"));
    scenario.answered(CommandResult.REFUSED);
    scenario.play().annotate(scenario.command("promote", "2.0.0"));
    scenario.answered(CommandResult.REFUSED);
    scenario.play().annotate(scenario.command("hold", "2.0.0"));
    scenario.answered(CommandResult.DONE);
    assertThat(scenario.play().decision().reason()).isEqualTo(Reason.HeldByCommand);
    scenario.play().annotate(scenario.command("abort", "2.0.0")).until(Phase.ROLLED_BACK);
    scenario.gone("2.0.0").golden();
  }

  @Test
  void noHoldOnceThePromotionIsDecided() {
    var scenario =
        Scenario.trying("hold-promoting", Rows.HOLD, Specs.first(), SimulatedServer.GOOD);
    scenario.play().until(Phase.PROMOTING).annotate(scenario.command("hold", "2.0.0"));
    scenario.answered(CommandResult.REFUSED);
    scenario.play().until(Phase.BAKING);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void pauseStopsAPromotionThatWasDecided() {
    var scenario =
        Scenario.trying("paused-promoting", Rows.PAUSED, Specs.first(), SimulatedServer.GOOD);
    scenario
        .play()
        .until(Phase.PROMOTING)
        .apply(Specs.first().version("2.0.0").paused(true))
        .lasting(Duration.ofSeconds(20));
    assertThat(scenario.play().decision().reason()).isEqualTo(Reason.Paused);
    assertThat(scenario.play().cluster().weight(scenario.revisionOf("2.0.0"))).isEqualTo(50);
    scenario.play().apply(Specs.first().version("2.0.0")).until(Phase.BAKING);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }
}
