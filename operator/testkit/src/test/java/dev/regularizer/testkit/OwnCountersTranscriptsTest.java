package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.counting.EventSeries;
import dev.regularizer.core.counting.SeriesSelector;
import dev.regularizer.core.counting.TelemetryContract;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.state.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Wrong answers, and events that users count by series of their own. */
class OwnCountersTranscriptsTest {
  private static final DeclaredSli WRONG =
      sli("wrong", new SliKind.PredictionError(), Optional.of(.2));

  /** Failures among everything but rejections: two selectors of one metric. */
  private static final DeclaredSli FAILURES =
      sli(
          "failures",
          new SliKind.EventRate(
              new EventSeries(
                  List.of(outcome(TelemetryContract.ERROR)),
                  List.of(outcome(TelemetryContract.ERROR), outcome(TelemetryContract.SERVED)))),
          Optional.of(.005));

  @Test
  void aCalibratedCandidateThatKnowsLessIsRolledBack() {
    var scenario =
        Scenario.trying(
            "wrong-rolled-back",
            "a candidate that is wrong more often and says so",
            Specs.first().judging(WRONG),
            SimulatedServer.GOOD.right(.72));
    scenario.play().until(Phase.ROLLED_BACK);
    assertThat(scenario.failing("2.0.0")).contains("wrong");
    scenario
        .ended("2.0.0", Outcome.ROLLED_BACK, Reason.SliFailed)
        .gone("2.0.0")
        .serves("1.0.0", Reason.Installed)
        .golden();
  }

  @Test
  void wrongAnswersAreComparedWithThoseOfStable() {
    var relative = sli("wrong", new SliKind.PredictionError(), Optional.empty());
    var scenario =
        Scenario.trying(
            "wrong-versus-stable",
            "a candidate that is wrong twice as often as stable",
            Specs.first().judging(relative),
            SimulatedServer.GOOD.right(.64));
    scenario.play().until(Phase.ROLLED_BACK);
    assertThat(scenario.failing("2.0.0")).contains("wrong");
    scenario.ended("2.0.0", Outcome.ROLLED_BACK, Reason.SliFailed).golden();
  }

  @Test
  void asFewWrongAnswersAndFailuresArePromoted() {
    var scenario =
        Scenario.trying(
            "own-counters-promoted",
            "a candidate within the objectives for wrong answers and failures",
            Specs.first().judging(WRONG).judging(FAILURES),
            SimulatedServer.GOOD);
    scenario.play().until(Phase.BAKING).until(Phase.UP_TO_DATE);
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }

  @Test
  void eventsOfOnesOwnRollBack() {
    var scenario =
        Scenario.trying(
            "events-rolled-back",
            "a candidate with more bad events by the user's own counters",
            Specs.first().judging(FAILURES),
            SimulatedServer.GOOD.failing(.04));
    scenario.play().until(Phase.ROLLED_BACK);
    assertThat(scenario.failing("2.0.0")).contains("failures");
    scenario
        .ended("2.0.0", Outcome.ROLLED_BACK, Reason.SliFailed)
        .gone("2.0.0")
        .serves("1.0.0", Reason.Installed)
        .golden();
  }

  @Test
  void eventsThatNobodyCountsPromoteNothing() {
    var misspelt =
        sli(
            "failures",
            new SliKind.EventRate(
                new EventSeries(
                    List.of(outcome(TelemetryContract.ERROR)),
                    List.of(SeriesSelector.of("model_prediction_total")))),
            Optional.of(.005));
    var scenario =
        Scenario.trying(
            "events-unknown",
            "an SLI whose counter no pod exports",
            Specs.first().judging(misspelt),
            SimulatedServer.GOOD.failing(.04));
    scenario
        .play()
        .until("held at the deadline", one -> one.decision().reason() == Reason.Inconclusive);
    assertThat(scenario.stable()).isEqualTo("1.0.0");
    scenario.golden();
  }

  private static SeriesSelector outcome(String outcome) {
    return SeriesSelector.of(
        TelemetryContract.PREDICTIONS, Map.of(TelemetryContract.OUTCOME, outcome));
  }

  /** By an objective, or else against stable. */
  private static DeclaredSli sli(String name, SliKind kind, Optional<Double> objective) {
    return new DeclaredSli(
        name,
        kind,
        Optional.empty(),
        objective,
        Optional.empty(),
        objective.isPresent()
            ? Optional.empty()
            : Optional.of(
                new DeclaredSli.Ratio(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
