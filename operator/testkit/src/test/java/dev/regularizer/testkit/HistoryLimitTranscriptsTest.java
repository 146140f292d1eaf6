package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.state.AttemptKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long old revisions are kept and what they are still good for. */
class HistoryLimitTranscriptsTest {

  @Test
  void oldestRevisionsBeyondTheLimitAreDeleted() {
    var specs = Specs.first().historyLimit(1);
    var scenario =
        new Scenario(
            "history-limit",
            "revisionHistoryLimit: the oldest revisions nobody points at are deleted with their"
                + " objects");
    scenario.play().apply(specs, SimulatedServer.GOOD).until(Phase.UP_TO_DATE);
    for (var version : new String[] {"2.0.0", "3.0.0", "4.0.0"}) {
      scenario
          .play()
          .apply(specs.version(version), SimulatedServer.GOOD)
          .until(version + " has pods", one -> scenario.attempts(version) == 1)
          .lasting(Duration.ofSeconds(3));
    }
    scenario
        .play()
        .apply(specs.version("4.0.0").version("1.0.0"))
        .until(Phase.UP_TO_DATE)
        .lasting(Duration.ofSeconds(10));
    assertThat(scenario.play().cluster().revisions())
        .extracting(RevisionRecord::version)
        .containsExactlyInAnyOrder("1.0.0", "4.0.0");
    assertThat(scenario.play().cluster().deployments()).hasSize(2);
    scenario.serves("1.0.0", Reason.Installed).golden();
  }

  @Test
  void formerStableOutsideTheWindowGetsATrial() {
    var specs = Specs.first().rollout(Plans.rollbackWindow(0));
    var scenario =
        Scenario.trying(
            "former-stable-outside-the-window", Rows.FORMER_STABLE, specs, SimulatedServer.GOOD);
    scenario
        .play()
        .until(Phase.BAKING)
        .until(Phase.UP_TO_DATE)
        .lasting(Duration.ofSeconds(15))
        .apply(specs.version("2.0.0").version("1.0.0"))
        .until(Phase.PROGRESSING);
    assertThat(scenario.attempt("1.0.0").orElseThrow().kind()).isEqualTo(AttemptKind.TRIAL);
    scenario.golden();
  }

  @Test
  void formerStableThatWasNotWantedForAMomentStillReturns() {
    var scenario =
        Scenario.trying(
            "former-stable-twice", Rows.FORMER_STABLE, Specs.first(), SimulatedServer.GOOD);
    var second = Specs.first().version("2.0.0");
    scenario
        .play()
        .until(Phase.BAKING)
        .until(Phase.UP_TO_DATE)
        .lasting(Duration.ofSeconds(15))
        .apply(second.version("1.0.0"))
        .until("it begins", one -> scenario.attempts("1.0.0") == 2)
        .apply(second.version("1.0.0").version("2.0.0"))
        .until(Phase.UP_TO_DATE)
        .apply(second.version("1.0.0").version("2.0.0").version("1.0.0"))
        .until(Phase.PROMOTING);
    assertThat(scenario.attempt("1.0.0").orElseThrow().kind()).isEqualTo(AttemptKind.REVERT);
    scenario.golden();
  }
}
