package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.Verdict;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.spec.OnInconclusive;
import dev.regularizer.core.spec.RolloutSpec;
import dev.regularizer.core.state.Outcome;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a policy stops besides proof: shares, caps, weights held back, verdicts out of reach. */
class LimitTranscriptsTest {

  private static Specs plan(OnInconclusive policy, Duration deadline, Optional<Long> badEvents) {
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
                badEvents));
  }

  /**
   * Few requests and a strict objective: at most 2,000 requests until the deadline, 2,920 needed.
   */
  private static Scenario outOfReach(String name, String row, OnInconclusive policy) {
    var scenario = new Scenario(name, row);
    var specs = plan(policy, Duration.ofMinutes(2), Optional.empty()).rejectionObjective(0.001);
    scenario
        .play()
        .apply(specs, SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .when("40 requests per second", one -> one.requestsPerSecond(40))
        .apply(specs.version("2.0.0"), SimulatedServer.GOOD)
        .until(Phase.PROGRESSING);
    return scenario;
  }

  @Test
  void unequalShareHoldsAndNeverRollsBack() {
    var scenario =
        Scenario.trying(
            "traffic-share",
            "the candidate gets 6 % of the requests at a weight of 10 %: Holding, never a rollback",
            Specs.first(),
            SimulatedServer.GOOD);
    scenario
        .play()
        .when("clients stick to stable", one -> one.stealTraffic(0.4))
        .until("no split is seen", one -> one.decision().reason() == Reason.TrafficNotSplit)
        .lasting(Duration.ofMinutes(2));
    assertThat(scenario.play().decision().phase()).isEqualTo(Phase.HOLDING);
    assertThat(scenario.attempt("2.0.0").orElseThrow().ended()).isFalse();
    assertThat(scenario.play().cluster().weight(scenario.revisionOf("2.0.0"))).isEqualTo(10);
    scenario
        .play()
        .when("they are split again", one -> one.stealTraffic(0))
        .until(Phase.BAKING)
        .until(Phase.UP_TO_DATE);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void nothingIsPromotedWhileTheLastStepIsNotSplit() {
    var scenario =
        Scenario.trying(
            "traffic-share-at-the-end",
            "every SLI is proven but the last step's traffic is not split: Holding",
            Specs.first(),
            SimulatedServer.GOOD);
    scenario
        .play()
        .until("the last step", one -> one.cluster().weight(scenario.revisionOf("2.0.0")) == 50)
        .when("clients stick to stable", one -> one.stealTraffic(0.4))
        .lasting(Duration.ofMinutes(3));
    var attempt = scenario.attempt("2.0.0").orElseThrow();
    assertThat(attempt.results()).allMatch(one -> one.verdict() == Verdict.Pass);
    assertThat(attempt.ended()).isFalse();
    assertThat(scenario.play().decision().reason()).isEqualTo(Reason.TrafficNotSplit);
    scenario.golden();
  }

  @Test
  void moreBadEventsThanTheCapRollBack() {
    var scenario =
        Scenario.trying(
            "bad-events-cap",
            "limits.badEvents: a candidate within its objective has more bad events than allowed",
            plan(OnInconclusive.HOLD, Duration.ofMinutes(10), Optional.of(8L)),
            SimulatedServer.GOOD.rejecting(0.009));
    scenario.play().until(Phase.ROLLED_BACK);
    scenario
        .ended("2.0.0", Outcome.ROLLED_BACK, Reason.BadEventsExceeded)
        .serves("1.0.0", Reason.Installed)
        .gone("2.0.0")
        .golden();
    assertThat(scenario.failing("2.0.0")).contains("rejections");
  }

  @Test
  void weightIsHeldUntilTheSlowSliIsProven() {
    var scenario =
        Scenario.trying(
            "hold-above",
            "holdAbove: the weight stays until calibration is proven, rejections are long before",
            Specs.first().holdAbove(25),
            SimulatedServer.GOOD);
    scenario
        .play()
        .when("100 requests per second", one -> one.requestsPerSecond(100))
        .until(
            "the first step is over and waits",
            one -> one.decision().message().contains("does not rise further until calibration"));
    var attempt = scenario.attempt("2.0.0").orElseThrow();
    assertThat(attempt.stepNumber()).isEqualTo(1);
    assertThat(attempt.step().orElseThrow().countedWindows()).isGreaterThanOrEqualTo(3);
    scenario.play().until("the next step", one -> one.decision().reason() == Reason.StepStarted);
    assertThat(scenario.attempt("2.0.0").orElseThrow().results().getLast().passLatched()).isTrue();
    scenario.play().until(Phase.BAKING).until(Phase.UP_TO_DATE);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void verdictOutOfReachEndsEarly() {
    var scenario =
        outOfReach(
            "futile",
            "no verdict can be expected before the deadline: Inconclusive at once, onInconclusive applies",
            OnInconclusive.ROLLBACK);
    scenario.play().until(Phase.ROLLED_BACK);
    scenario
        .ended("2.0.0", Outcome.INCONCLUSIVE, Reason.Inconclusive)
        .serves("1.0.0", Reason.Installed)
        .golden();
    var attempt = scenario.attempt("2.0.0").orElseThrow();
    assertThat(attempt.measurements().observedWindows()).isLessThan(12);
    assertThat(scenario.play().status().message()).contains("rejections would need more samples");
  }

  @Test
  void promotionByPolicyWaitsForThePlanThoughNoVerdictIsInReach() {
    var scenario =
        outOfReach(
            "futile-promotes-after-the-plan",
            "onInconclusive: Promote and no verdict in reach: every step is run first",
            OnInconclusive.PROMOTE);
    scenario.play().until(Phase.BAKING);
    scenario.ended("2.0.0", Outcome.PROMOTED, Reason.PromotedByPolicy).golden();
    var attempt = scenario.attempt("2.0.0").orElseThrow();
    assertThat(attempt.steps()).allMatch(step -> step.countedWindows() >= 3).hasSize(2);
    assertThat(attempt.measurements().observedWindows()).isLessThan(12);
  }
}
