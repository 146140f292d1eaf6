package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.state.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** First revisions that are late, broken, or not wanted any more. */
class InstallTranscriptsTest {
  private static final Specs NEXT = Specs.first().version("1.0.1");

  @Test
  void firstRevisionThatServesAlreadyIsInstalledAndTheNewerOneTried() {
    var scenario = new Scenario("first-install-superseded-late", Rows.FIRST_REVISION);
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(
            "the route leads to it",
            one -> one.cluster().weight(scenario.revisionOf("1.0.0")) == 100)
        .apply(NEXT, SimulatedServer.GOOD)
        .until(Phase.PROGRESSING);
    assertThat(scenario.stable()).isEqualTo("1.0.0");
    scenario.ended("1.0.0", Outcome.INSTALLED, Reason.Installed).golden();
  }

  @Test
  void firstRevisionThatIsNeverReadyIsGivenUp() {
    var scenario = new Scenario("first-install-not-ready", Rows.NOT_THE_MODELS_FAULT);
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD.neverReady("ImagePullBackOff: manifest unknown"))
        .until(Phase.ROLLED_BACK)
        .lasting(Duration.ofSeconds(30));
    scenario.ended("1.0.0", Outcome.NOT_READY, Reason.ProgressDeadlineExceeded).gone("1.0.0");
    assertThat(scenario.play().decision().message()).contains("manifest unknown");
    scenario.play().apply(NEXT, SimulatedServer.GOOD).until(Phase.UP_TO_DATE);
    scenario.serves("1.0.1", Reason.Installed).golden();
  }

  @Test
  void quotaIsSaidInTheClustersWords() {
    var scenario = new Scenario("quota", Rows.NOT_THE_MODELS_FAULT);
    scenario
        .play()
        .apply(Specs.first(), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .when(
            "the quota is used up",
            one -> one.cluster().quota("FailedCreate: exceeded quota: pods", one.now()))
        .apply(Specs.first().version("2.0.0"), SimulatedServer.GOOD)
        .until(Phase.ROLLED_BACK);
    assertThat(scenario.play().decision().message()).contains("exceeded quota");
    scenario
        .ended("2.0.0", Outcome.NOT_READY, Reason.ProgressDeadlineExceeded)
        .serves("1.0.0", Reason.Installed)
        .golden();
  }
}
