package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.PhiSource;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.present.Condition;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.spec.RolloutSpec;
import dev.regularizer.core.state.Attempt;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is learnt from stable before an attempt: it is frozen, waits for nobody, and informs. */
class HistoryTranscriptsTest {

  private static Attempt attempt(Scenario scenario) {
    return scenario.attempt("2.0.0").orElseThrow();
  }

  private static List<PhiSource> sources(Attempt attempt) {
    return attempt.policy().slis().stream().map(SliPolicy::phiFrom).toList();
  }

  private static Condition policyValid(Scenario scenario) {
    return scenario.play().status().conditions().stream()
        .filter(one -> one.type() == Condition.Type.PolicyValid)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void historyIsReadWhilePodsStartAndFrozenWithTheFirstStep() {
    var scenario =
        new Scenario("history", "a stable revision with 15 minutes of history: phi is measured");
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .lasting(Duration.ofMinutes(15))
        .apply(Specs.first().version("2.0.0"), SimulatedServer.GOOD)
        .until("pods are asked for", one -> one.decision().reason() == Reason.AwaitingPods);
    assertThat(attempt(scenario).traffic()).isNull();
    scenario.play().until("a step", one -> one.decision().reason() == Reason.StepStarted);
    var traffic = Objects.requireNonNull(attempt(scenario).traffic(), "traffic of stable");
    assertThat(traffic.windows()).isGreaterThanOrEqualTo(60);
    assertThat(traffic.slis().getFirst().samplesPerSecond()).isBetween(199.0, 201.0);
    assertThat(sources(attempt(scenario))).containsExactly(PhiSource.History, PhiSource.Default);
    var frozen = attempt(scenario).policy();
    scenario.play().until(Phase.BAKING);
    assertThat(attempt(scenario).policy()).isEqualTo(frozen);
    assertThat(attempt(scenario).number()).isEqualTo(1);
    assertThat(policyValid(scenario).status()).isEqualTo(Condition.Status.True);
    scenario.play().until(Phase.UP_TO_DATE);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void prometheusThatDoesNotAnswerCostsTheMeasurementNotTheRollout() {
    var scenario =
        new Scenario(
            "history-unread", "Prometheus does not answer before an attempt: phi is the default");
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .lasting(Duration.ofMinutes(15))
        .when("Prometheus stops answering", one -> one.prometheus().reachable(false))
        .apply(Specs.first().version("2.0.0"), SimulatedServer.GOOD)
        .until("it waits", one -> one.decision().reason() == Reason.ReadingHistory)
        .until("a step", one -> one.decision().reason() == Reason.StepStarted);
    assertThat(
            Duration.between(
                attempt(scenario).startedAt(), attempt(scenario).steps().getFirst().intentAt()))
        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(32));
    assertThat(sources(attempt(scenario))).containsOnly(PhiSource.Default);
    scenario
        .play()
        .when("Prometheus answers again", one -> one.prometheus().reachable(true))
        .until(Phase.BAKING);
    assertThat(attempt(scenario).number()).isEqualTo(1);
    scenario.golden();
  }

  @Test
  void policyOutOfReachIsToldWithNumbersAndBlocksNothing() {
    var scenario =
        new Scenario(
            "policy-out-of-reach",
            "a policy that needs more requests than come until the deadline: PolicyValid=False");
    var specs =
        Specs.first()
            .rejectionObjective(0.002)
            .rollout(plan ->
                new RolloutSpec(
                    plan.steps(),
                    Duration.ofMinutes(2),
                    plan.bake(),
                    plan.drain(),
                    plan.onInconclusive(),
                    plan.restartsLimit(),
                    plan.rollbackWindow(),
                    plan.badEventsLimit()));
    scenario
        .play()
        .when("40 requests per second", one -> one.requestsPerSecond(40))
        .apply(specs, SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .lasting(Duration.ofMinutes(15))
        .apply(specs.version("2.0.0"), SimulatedServer.GOOD)
        .until(Phase.PROGRESSING)
        .lasting(Duration.ofSeconds(2));
    var condition = policyValid(scenario);
    assertThat(condition.status()).isEqualTo(Condition.Status.False);
    assertThat(condition.reason()).isEqualTo(Reason.PolicyOutOfReach.name());
    assertThat(condition.message())
        .startsWith("rejections: needs about ")
        .contains("requests of the candidate, about 1920 are expected until the deadline of 2m");
    scenario
        .play()
        .apply(
            specs
                .version("2.0.0")
                .rollout(plan ->
                    new RolloutSpec(
                        plan.steps(),
                        Duration.ofHours(2),
                        plan.bake(),
                        plan.drain(),
                        plan.onInconclusive(),
                        plan.restartsLimit(),
                        plan.rollbackWindow(),
                        plan.badEventsLimit())))
        .lasting(Duration.ofSeconds(1));
    assertThat(policyValid(scenario).status()).isEqualTo(Condition.Status.True);
    scenario.golden();
  }
}
