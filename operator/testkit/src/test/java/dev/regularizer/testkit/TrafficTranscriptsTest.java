package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.state.Outcome;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Routes and pods that do not do what was asked. */
class TrafficTranscriptsTest {

  private static Scenario trying(String name, String row) {
    var scenario = Scenario.trying(name, row, Specs.first(), SimulatedServer.GOOD);
    scenario.play().lasting(Duration.ofSeconds(20));
    return scenario;
  }

  @Test
  void refusedRouteHolds() {
    var scenario = trying("route-refused", Rows.ROUTE);
    scenario
        .play()
        .when(
            "the gateway refuses the route",
            one -> one.cluster().gatewayRefuses("NoMatchingListenerHostname", one.now()))
        .until(Phase.HOLDING);
    assertThat(scenario.play().decision().reason()).isEqualTo(Reason.RouteNotAccepted);
    assertThat(scenario.play().decision().message()).contains("NoMatchingListenerHostname");
    scenario
        .play()
        .when("the gateway accepts it again", one -> one.cluster().gatewayRefuses("", one.now()))
        .until(Phase.BAKING);
    scenario.golden();
  }

  @Test
  void trafficThatDoesNotArriveHolds() {
    var scenario =
        Scenario.trying("traffic-not-split", Rows.ROUTE, Specs.first(), SimulatedServer.GOOD);
    scenario
        .play()
        .when("another route owns the host: the candidate gets nothing", one -> one.stealTraffic(1))
        .until("no split is seen", one -> one.decision().reason() == Reason.TrafficNotSplit);
    assertThat(scenario.attempt("2.0.0").orElseThrow().ended()).isFalse();
    scenario.golden();
  }

  @Test
  void youngerModelOnOneHostIsNotAccepted() {
    var scenario = new Scenario("route-conflict", Rows.ROUTE);
    scenario
        .play()
        .when("an older model has the host", one -> one.rival("vision/older"))
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.REFUSED);
    assertThat(scenario.play().decision().reason()).isEqualTo(Reason.RouteConflict);
    assertThat(scenario.play().cluster().route(scenario.play().now()).exists()).isFalse();
    scenario.golden();
  }

  @Test
  void deletedRouteIsMadeAgainBeforeTheFirstStepAsWell() {
    var scenario = new Scenario("route-deleted", Rows.ROUTE);
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .apply(Specs.first().version("2.0.0"), SimulatedServer.GOOD)
        .until(Phase.PENDING)
        .when("somebody deletes the route", one -> one.cluster().deleteRoute())
        .until(Phase.PROGRESSING);
    assertThat(scenario.play().cluster().weight(scenario.revisionOf("1.0.0"))).isGreaterThan(0);
  }

  @Test
  void editedRouteIsPutRightAndItsWindowDoesNotCount() {
    var scenario = trying("route-edited", "somebody edits the weights by hand");
    scenario
        .play()
        .when(
            "somebody gives the candidate 90 %",
            one ->
                one.cluster()
                    .tamper(
                        Map.of(scenario.revisionOf("2.0.0"), 90, scenario.revisionOf("1.0.0"), 10),
                        one.now()));
    assertThat(scenario.play().cluster().weight(scenario.revisionOf("2.0.0"))).isEqualTo(10);
    assertThat(scenario.attempt("2.0.0").orElseThrow().step().orElseThrow().effectiveAt()).isNull();
    scenario.play().until(Phase.BAKING);
    scenario.golden();
  }

  @Test
  void deadCandidateLosesItsTrafficAtOnce() {
    var scenario = trying("candidate-dead", Rows.CRASHES);
    scenario
        .play()
        .when(
            "no candidate pod is ready",
            scenario.behaving("2.0.0", SimulatedServer.GOOD.neverReady("Error")));
    assertThat(scenario.play().cluster().weight(scenario.revisionOf("2.0.0"))).isZero();
    scenario
        .play()
        .lasting(Duration.ofSeconds(20))
        .when("it is ready again", scenario.behaving("2.0.0", SimulatedServer.GOOD))
        .until(Phase.BAKING);
    scenario.golden();
  }

  @Test
  void tooManyRestartsRollBack() {
    var scenario = trying("restarts", Rows.CRASHES);
    scenario
        .play()
        .when(
            "candidate containers restart",
            scenario.behaving("2.0.0", SimulatedServer.GOOD.crashing(30)))
        .until(Phase.ROLLED_BACK);
    scenario
        .ended("2.0.0", Outcome.ROLLED_BACK, Reason.RestartsExceeded)
        .serves("1.0.0", Reason.Installed)
        .golden();
  }

  @Test
  void missingCapacityForALaterStepHolds() {
    var scenario = new Scenario("capacity-missing", Rows.NOT_THE_MODELS_FAULT);
    scenario
        .play()
        .apply(Specs.first().replicas(4), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .apply(Specs.first().replicas(4).version("2.0.0"), SimulatedServer.GOOD)
        .until(Phase.PROGRESSING)
        .when(
            "the node is full",
            one -> one.cluster().full("Unschedulable: 0/1 nodes have enough cpu"))
        .until("capacity is missing", one -> one.decision().reason() == Reason.CapacityMissing);
    assertThat(scenario.play().cluster().weight(scenario.revisionOf("2.0.0"))).isEqualTo(10);
    assertThat(scenario.play().decision().message()).contains("enough cpu");
    scenario.golden();
  }
}
