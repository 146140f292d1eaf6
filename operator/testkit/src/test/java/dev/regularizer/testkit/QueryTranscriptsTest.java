package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.present.Condition;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.state.Outcome;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An expression of the user against a threshold. */
class QueryTranscriptsTest {

  private static final Specs SPECS =
      Specs.first()
          .judging(
              new DeclaredSli(
                  "queue",
                  new SliKind.Query("avg(queue_depth{$(selector)})", 100, 3),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()));

  private static Scenario trying(String name, String row, SimulatedServer candidate) {
    var scenario = new Scenario(name, row);
    scenario
        .play()
        .apply(SPECS, SimulatedServer.GOOD.queueing(20))
        .until(Phase.UP_TO_DATE)
        .apply(SPECS.version("2.0.0"), candidate)
        .until(Phase.PROGRESSING);
    return scenario;
  }

  @Test
  void tooManyWindowsAboveTheMaximumRollBack() {
    var scenario =
        trying(
            "query-failed",
            "a candidate whose queue is above its maximum for three windows",
            SimulatedServer.GOOD.queueing(250));
    scenario.play().until(Phase.ROLLED_BACK);
    assertThat(scenario.failing("2.0.0")).contains("queue");
    scenario
        .ended("2.0.0", Outcome.ROLLED_BACK, Reason.SliFailed)
        .gone("2.0.0")
        .serves("1.0.0", Reason.Installed)
        .golden();
  }

  @Test
  void aKeptMaximumStopsNobody() {
    var scenario =
        trying(
            "query-kept",
            "a candidate whose queue stays below its maximum",
            SimulatedServer.GOOD.queueing(30));
    scenario.play().until(Phase.BAKING).until(Phase.UP_TO_DATE);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  /**
   * Everything else is proven; an expression without an answer still keeps the promotion waiting.
   */
  @Test
  void withoutANumberNothingIsPromoted() {
    var scenario =
        trying(
            "query-unanswered", "a candidate that does not export its queue", SimulatedServer.GOOD);
    scenario
        .play()
        .until("held at the deadline", one -> one.decision().reason() == Reason.Inconclusive);
    assertThat(scenario.stable()).isEqualTo("1.0.0");
    scenario.golden();
  }

  @Test
  void aRefusedExpressionIsToldBeforeTheTrialAndPromotesNobody() {
    var scenario = new Scenario("query-refused", "an expression that Prometheus refuses");
    scenario
        .play()
        .when("Prometheus refuses expressions", one -> one.prometheus().refusing(true))
        .apply(SPECS, SimulatedServer.GOOD.queueing(20))
        .until(Phase.UP_TO_DATE)
        .lasting(Duration.ofMinutes(5))
        .apply(SPECS.version("2.0.0"), SimulatedServer.GOOD.queueing(20))
        .until(Phase.PROGRESSING)
        .lasting(Duration.ofSeconds(30));
    assertThat(scenario.play().status().conditions())
        .filteredOn(one -> one.type() == Condition.Type.PolicyValid)
        .singleElement()
        .satisfies(one -> {
          assertThat(one.status()).isEqualTo(Condition.Status.False);
          assertThat(one.reason()).isEqualTo(Reason.PolicyOutOfReach.name());
          assertThat(one.message()).contains("queue: its expression gave no single number");
        });
    scenario
        .play()
        .until("held at the deadline", one -> one.decision().reason() == Reason.Inconclusive);
    assertThat(scenario.stable()).isEqualTo("1.0.0");
    var measured = scenario.attempt("2.0.0").orElseThrow().measurements();
    assertThat(measured.skipped()).as("windows of the other SLIs").doesNotContain(true);
    scenario.golden();
  }

  @Test
  void aQueueThatGrowsAfterThePromotionReturnsToTheOldStable() {
    var growing = SimulatedServer.GOOD.queueing(30);
    var scenario =
        trying(
            "query-failed-baking", "a queue that grows beyond its maximum while baking", growing);
    scenario
        .play()
        .until(Phase.BAKING)
        .when("the queue grows", scenario.behaving("2.0.0", growing.queueing(250)))
        .until(Phase.ROLLED_BACK);
    scenario
        .ended("2.0.0", Outcome.ROLLED_BACK, Reason.SliFailed)
        .serves("1.0.0", Reason.BakeReturn)
        .golden();
  }
}
