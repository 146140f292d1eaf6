package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.present.SliView;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.spec.OnInconclusive;
import dev.regularizer.core.spec.RolloutSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sentences of SLIs in status and Events, and that they cost no write. */
class ExplanationsTest {
  private static Simulation trying(Specs specs, SimulatedServer candidate) {
    return new Simulation(new Transcript("explained"))
        .apply(specs, SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .apply(specs.version("2.0.0"), candidate)
        .until(Phase.PROGRESSING);
  }

  private static List<String> messages(Simulation simulation) {
    return simulation.status().slis().stream().map(SliView::message).toList();
  }

  private static Optional<Effect.Emit> event(Simulation simulation, Reason reason) {
    return simulation.decision().effects().stream()
        .filter(Effect.Emit.class::isInstance)
        .map(Effect.Emit.class::cast)
        .filter(one -> one.reason().equals(reason.name()))
        .findFirst();
  }

  @Test
  void aRunningTrialSaysWhatIsMissingAndHowLongThatTakes() {
    var simulation =
        trying(Specs.first().rejectionObjective(0.002), SimulatedServer.GOOD)
            .until(
                "figures of a look",
                one -> messages(one).stream().anyMatch(it -> it.contains("at this traffic")));
    assertThat(messages(simulation))
        .hasSize(2)
        .anySatisfy(one ->
            assertThat(one)
                .matches(
                    "rejections: rejection rate [0-9.]+ % \\(bounds [0-9.]+ % to [0-9.]+ %\\) from"
                        + " [0-9,]+ predictions, objective 0.2 %, limit 0.3 %; needs about [0-9,]+"
                        + " more predictions for a Pass, ~\\d+ (s|min|h) at this traffic"));
    simulation.until(Phase.BAKING);
    assertThat(messages(simulation))
        .allMatch(one -> one.endsWith("; proven better than the limit"));
  }

  @Test
  void theEventOfARollbackHasTheSentenceOfTheSliThatDecided() {
    var simulation =
        trying(Specs.first(), SimulatedServer.GOOD.overconfident())
            .until("its Event", one -> event(one, Reason.SliFailed).isPresent());
    assertThat(event(simulation, Reason.SliFailed).orElseThrow().message())
        .startsWith("calibration: calibration error 0.")
        .contains("labelled predictions, objective 0.05, limit 0.07")
        .endsWith(
            "proven worse than the objective and worse than stable: the candidate is the cause")
        .isEqualTo(simulation.status().message())
        .isIn(messages(simulation));
  }

  @Test
  void aHoldForACommonCauseIsExplainedWhileTheMessageStaysAsItIs() {
    var simulation = trying(Specs.first(), SimulatedServer.GOOD);
    simulation
        .when(
            "a dependency makes both reject 5 %",
            one ->
                one.revisions()
                    .forEach(revision ->
                        one.cluster()
                            .behave(
                                revision.name(), SimulatedServer.GOOD.rejecting(0.05), one.now())))
        .until("its Event", one -> event(one, Reason.CommonCause).isPresent());
    assertThat(event(simulation, Reason.CommonCause).orElseThrow().message())
        .startsWith(simulation.status().message() + "; rejections: rejection rate ")
        .endsWith("stable misses it too: a common cause, not held against the candidate");
    assertThat(simulation.status().message()).doesNotContain("bounds", "predictions");
  }

  @Test
  void aTrialWithoutVerdictSaysWhatItLacked() {
    var specs =
        Specs.first()
            .rejectionObjective(0.0012)
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
    var simulation =
        trying(specs, SimulatedServer.GOOD)
            .until("its Event", one -> event(one, Reason.Inconclusive).isPresent());
    assertThat(event(simulation, Reason.Inconclusive).orElseThrow().message())
        .contains("; rejections: rejection rate ")
        .containsPattern("about [0-9,]+ more predictions would have been needed|neither proven");
  }

  @Test
  void sentencesOfATrialThatMeasuresNothingDoNotChange() {
    var simulation =
        trying(Specs.first(), SimulatedServer.GOOD)
            .lasting(Duration.ofSeconds(20))
            .when("Prometheus stops answering", one -> one.prometheus().reachable(false))
            .until("it holds", one -> one.decision().reason() == Reason.PrometheusUnreachable)
            .lasting(Duration.ofSeconds(61));
    var before = simulation.status();
    simulation.lasting(Duration.ofMinutes(5));
    assertThat(simulation.status().refreshedAt()).isAfter(before.refreshedAt());
    assertThat(simulation.status().slis()).isNotEmpty().isEqualTo(before.slis());
  }
}
