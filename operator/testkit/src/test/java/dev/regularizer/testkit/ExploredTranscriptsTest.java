package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.state.Outcome;
import org.junit.jupiter.api.Test;

/** Orders of events that the explorer found and that went wrong once. */
class ExploredTranscriptsTest {

  @Test
  void firstRevisionThatServesAlreadyFinishesBeforeItIsReplaced() {
    var scenario = new Scenario("first-install-replaced-on-its-way", Rows.FIRST_REVISION);
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(
            "the route leads to it",
            it -> it.cluster().weight(it.revisions().getFirst().name()) == 100)
        .apply(Specs.first().version("1.0.1"), SimulatedServer.GOOD)
        .until(Phase.PROGRESSING)
        .until(Phase.UP_TO_DATE);
    scenario
        .ended("1.0.0", Outcome.INSTALLED, Reason.Installed)
        .ended("1.0.1", Outcome.PROMOTED, Reason.Promoted)
        .serves("1.0.1", Reason.Promoted)
        .golden();
  }

  @Test
  void trialWhosePointerIsLostGoesOnAsTheSameAttempt() {
    var scenario =
        Scenario.trying("restore-in-mid-trial", Rows.RESTORE, Specs.first(), SimulatedServer.GOOD);
    scenario
        .play()
        .when("the model's status is lost", one -> one.status(null))
        .until(Phase.PROGRESSING)
        .until(Phase.UP_TO_DATE);
    scenario
        .ended("2.0.0", Outcome.PROMOTED, Reason.Promoted)
        .serves("2.0.0", Reason.Promoted)
        .golden();
    assertThat(scenario.attempts("2.0.0")).isEqualTo(1);
  }
}
