package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.command.CommandResult;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.state.Outcome;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** `hold`, `resume`, `skip`, `promote`, and text that is no command. */
class CommandTranscriptsTest {

  private static Scenario trying(String name, String row) {
    return Scenario.trying(name, row, Specs.first(), SimulatedServer.GOOD);
  }

  private static int weight(Scenario scenario) {
    return scenario.play().cluster().weight(scenario.revisionOf("2.0.0"));
  }

  @Test
  void holdStopsTheClocksUntilResume() {
    var scenario = trying("hold-resume", Rows.HOLD);
    scenario.play().lasting(Duration.ofSeconds(15));
    scenario.play().annotate(scenario.command("hold", "2.0.0"));
    scenario.answered(CommandResult.DONE);
    var before = scenario.attempt("2.0.0").orElseThrow().measurements().observedWindows();
    scenario.play().lasting(Duration.ofSeconds(70));
    assertThat(scenario.play().decision().reason()).isEqualTo(Reason.HeldByCommand);
    assertThat(weight(scenario)).isEqualTo(10);
    var measured = scenario.attempt("2.0.0").orElseThrow().measurements();
    assertThat(measured.observedWindows()).as("time that counts").isEqualTo(before);
    assertThat(measured.candidateRequests()).as("measuring goes on").isGreaterThan(1000);
    scenario.play().annotate(null).annotate(scenario.command("resume", "2.0.0"));
    scenario.answered(CommandResult.DONE);
    scenario.play().until(Phase.BAKING).until(Phase.UP_TO_DATE);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void heldCandidateIsRolledBack() {
    var scenario = trying("hold-rolled-back", Rows.HOLD);
    scenario
        .play()
        .annotate(scenario.command("hold", "2.0.0"))
        .when(
            "the candidate becomes overconfident",
            scenario.behaving("2.0.0", SimulatedServer.GOOD.overconfident()))
        .until(Phase.ROLLED_BACK);
    scenario.ended("2.0.0", Outcome.ROLLED_BACK, Reason.SliFailed).gone("2.0.0").golden();
  }

  @Test
  void holdOutlivesAnEditOfThePolicy() {
    var scenario = trying("hold-policy-edited", Rows.HOLD);
    scenario
        .play()
        .annotate(scenario.command("hold", "2.0.0"))
        .apply(Specs.first().version("2.0.0").rejectionObjective(0.02))
        .lasting(Duration.ofMinutes(2));
    assertThat(scenario.attempts("2.0.0")).isEqualTo(2);
    assertThat(scenario.play().decision().reason()).isEqualTo(Reason.HeldByCommand);
    assertThat(weight(scenario)).isZero();
    scenario.play().annotate(scenario.command("resume", "2.0.0")).until(Phase.BAKING);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void heldPodsHaveTheirWholeDeadline() {
    var scenario = new Scenario("hold-before-pods", Rows.HOLD);
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .when("no room for more pods", one -> one.cluster().full("0/3 nodes: insufficient memory"))
        .apply(Specs.first().version("2.0.0"), SimulatedServer.GOOD)
        .until("its pods are asked for", one -> one.cluster().deployments().size() == 2)
        .annotate(scenario.command("hold", "2.0.0"))
        .lasting(Duration.ofMinutes(5));
    assertThat(scenario.attempt("2.0.0").orElseThrow().ended()).isFalse();
    assertThat(scenario.play().decision().reason()).isEqualTo(Reason.HeldByCommand);
    scenario.play().annotate(scenario.command("resume", "2.0.0")).lasting(Duration.ofSeconds(40));
    assertThat(scenario.attempt("2.0.0").orElseThrow().ended()).isFalse();
    scenario.play().until(Phase.ROLLED_BACK);
    scenario.ended("2.0.0", Outcome.NOT_READY, Reason.ProgressDeadlineExceeded).golden();
  }

  @Test
  void skipEndsOneStepOnly() {
    var scenario = trying("skip", Rows.SKIP);
    scenario.play().lasting(Duration.ofSeconds(5));
    var first = scenario.command("skip", "2.0.0");
    scenario.play().annotate(first);
    scenario.answered(CommandResult.DONE);
    assertThat(scenario.attempt("2.0.0").orElseThrow().stepNumber()).isEqualTo(2);
    scenario.play().until("at 50 %", _ -> weight(scenario) == 50).annotate(null).annotate(first);
    scenario.answered(CommandResult.STALE_TOKEN);
    scenario.play().annotate(scenario.command("skip", "2.0.0"));
    scenario.answered(CommandResult.REFUSED);
    scenario.play().until(Phase.BAKING).until(Phase.UP_TO_DATE);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void promoteNeedsNoProof() {
    var scenario = trying("promote", Rows.PROMOTE);
    scenario.play().lasting(Duration.ofSeconds(5));
    scenario.play().annotate(scenario.command("promote", "2.0.0"));
    scenario.answered(CommandResult.DONE);
    scenario.play().until(Phase.BAKING).until(Phase.UP_TO_DATE);
    scenario.serves("2.0.0", Reason.PromotedByCommand).golden();
  }

  @Test
  void promoteIsRefusedWhilePausedAndTakenTheSecondTime() {
    var scenario = trying("promote-refused", Rows.PROMOTE);
    scenario.play().apply(Specs.first().version("2.0.0").paused(true));
    var command = scenario.command("promote", "2.0.0");
    scenario.play().annotate(command);
    scenario.answered(CommandResult.REFUSED);
    scenario
        .play()
        .apply(Specs.first().version("2.0.0"))
        .annotate(command)
        .lasting(Duration.ofSeconds(5));
    assertThat(scenario.attempt("2.0.0").orElseThrow().ended()).as("answered once").isFalse();
    scenario.play().annotate(null).annotate(command);
    scenario.answered(CommandResult.DONE);
    scenario.play().until(Phase.BAKING);
    scenario.serves("2.0.0", Reason.PromotedByCommand).golden();
  }

  @Test
  void whatIsNoCommandIsAnsweredAndDoesNothing() {
    var scenario = trying("command-answered", Rows.COMMAND);
    var token = scenario.command("abort", "2.0.0").substring("abort ".length());
    scenario.play().annotate("rollback " + token);
    scenario.answered(CommandResult.INVALID);
    scenario.play().annotate("abort");
    scenario.answered(CommandResult.INVALID);
    scenario.play().annotate("abort bbbbbbbbbb.1.1");
    scenario.answered(CommandResult.STALE_TOKEN);
    scenario.play().annotate("abort " + token.replace(".1.", ".2."));
    scenario.answered(CommandResult.STALE_TOKEN);
    scenario.play().annotate("approve " + token);
    scenario.answered(CommandResult.REFUSED);
    scenario.play().annotate("resume " + token);
    scenario.answered(CommandResult.REFUSED);
    scenario.play().annotate("retry " + token);
    scenario.answered(CommandResult.REFUSED);
    scenario.play().annotate(null).until(Phase.BAKING);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void commandThatWasThereBeforeAnyStatusNamesNothing() {
    var scenario = new Scenario("command-before-status", Rows.COMMAND);
    scenario.play().annotate("abort bbbbbbbbbb.1.0").until(Phase.UP_TO_DATE);
    scenario.answered(CommandResult.STALE_TOKEN);
    assertThat(Objects.requireNonNull(scenario.play().status().pointers().command()).message())
        .contains("there was no status yet");
    scenario.serves("1.0.0", Reason.Installed).golden();
  }
}
