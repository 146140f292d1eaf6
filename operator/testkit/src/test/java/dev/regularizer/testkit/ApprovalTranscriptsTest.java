package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.command.CommandResult;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.spec.Approval;
import dev.regularizer.core.spec.RolloutSpec;
import dev.regularizer.core.state.Outcome;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a rollout asks of people, and `approve`. */
class ApprovalTranscriptsTest {

  private static Specs asking(Approval... approvals) {
    return Specs.first()
        .rollout(plan ->
            new RolloutSpec(
                plan.steps(),
                Duration.ofSeconds(100),
                plan.bake(),
                plan.drain(),
                plan.onInconclusive(),
                plan.restartsLimit(),
                plan.rollbackWindow(),
                plan.badEventsLimit(),
                Set.of(approvals)));
  }

  @Test
  void noPodBeforeTheApproval() {
    var scenario = new Scenario("approve-start", Rows.APPROVALS);
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .apply(asking(Approval.BEFORE_START).version("2.0.0"), SimulatedServer.GOOD)
        .until(Phase.AWAITING_APPROVAL)
        .lasting(Duration.ofMinutes(10));
    assertThat(scenario.play().decision().phase()).isEqualTo(Phase.AWAITING_APPROVAL);
    assertThat(scenario.play().cluster().deployments()).as("no pod yet").hasSize(1);
    scenario.play().annotate(scenario.command("approve", "2.0.0"));
    scenario.answered(CommandResult.DONE);
    scenario.play().until(Phase.PROGRESSING).until(Phase.BAKING).until(Phase.UP_TO_DATE);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void firstRevisionWaitsToo() {
    var scenario = new Scenario("approve-first-install", Rows.APPROVALS);
    scenario
        .play()
        .apply(asking(Approval.BEFORE_START), SimulatedServer.GOOD)
        .until(Phase.AWAITING_APPROVAL)
        .lasting(Duration.ofMinutes(2));
    assertThat(scenario.play().cluster().deployments()).as("no pod yet").isEmpty();
    scenario.play().annotate(scenario.command("approve", "1.0.0")).until(Phase.UP_TO_DATE);
    scenario.serves("1.0.0", Reason.Installed).golden();
  }

  @Test
  void promotionWaitsForTheApproval() {
    var scenario =
        Scenario.trying(
            "approve-promotion",
            Rows.APPROVALS,
            asking(Approval.BEFORE_PROMOTION),
            SimulatedServer.GOOD);
    scenario.play().annotate(scenario.command("approve", "2.0.0"));
    scenario.answered(CommandResult.REFUSED);
    scenario.play().until(Phase.AWAITING_APPROVAL).lasting(Duration.ofSeconds(90));
    assertThat(scenario.play().decision().phase()).isEqualTo(Phase.AWAITING_APPROVAL);
    assertThat(scenario.attempt("2.0.0").orElseThrow().ended()).isFalse();
    scenario.play().annotate(scenario.command("approve", "2.0.0"));
    scenario.answered(CommandResult.DONE);
    scenario.play().until(Phase.BAKING).until(Phase.UP_TO_DATE);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void harmWhileItWaitsRollsBack() {
    var scenario =
        Scenario.trying(
            "approve-too-late",
            Rows.APPROVALS,
            asking(Approval.BEFORE_PROMOTION),
            SimulatedServer.GOOD);
    scenario
        .play()
        .until(Phase.AWAITING_APPROVAL)
        .when(
            "the candidate rejects half of its requests",
            scenario.behaving("2.0.0", SimulatedServer.GOOD.rejecting(0.5)))
        .until(Phase.ROLLED_BACK);
    scenario.ended("2.0.0", Outcome.ROLLED_BACK, Reason.SliFailed).gone("2.0.0").golden();
  }

  @Test
  void editOfTheApprovalsCountsAtOnce() {
    var scenario =
        Scenario.trying(
            "approvals-edited",
            Rows.APPROVALS,
            asking(Approval.BEFORE_PROMOTION),
            SimulatedServer.GOOD);
    scenario
        .play()
        .until(Phase.AWAITING_APPROVAL)
        .apply(Specs.first().version("2.0.0"))
        .until(Phase.BAKING);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void editOfThePolicyVoidsTheApproval() {
    var scenario = new Scenario("approval-void", Rows.APPROVALS);
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .apply(asking(Approval.BEFORE_START).version("2.0.0"), SimulatedServer.GOOD)
        .until(Phase.AWAITING_APPROVAL)
        .annotate(scenario.command("approve", "2.0.0"))
        .until(Phase.PROGRESSING)
        .apply(asking(Approval.BEFORE_START).version("2.0.0").rejectionObjective(0.02))
        .lasting(Duration.ofMinutes(1));
    assertThat(scenario.play().decision().phase()).isEqualTo(Phase.AWAITING_APPROVAL);
    assertThat(scenario.play().cluster().weight(scenario.revisionOf("2.0.0"))).isZero();
    scenario.play().annotate(scenario.command("approve", "2.0.0")).until(Phase.BAKING);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }
}
