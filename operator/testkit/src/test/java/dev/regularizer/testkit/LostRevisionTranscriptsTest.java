package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Somebody deletes a ModelRevision. */
class LostRevisionTranscriptsTest {
  private static final String ROW =
      "somebody deletes the ModelRevision of stable, candidate or previous";

  private static Scenario trying(String name) {
    return Scenario.trying(name, ROW, Specs.first(), SimulatedServer.GOOD);
  }

  private static void lose(Scenario scenario, String version) {
    var name = scenario.revisionOf(version);
    scenario
        .play()
        .when("the ModelRevision of " + version + " is deleted", one -> one.cluster().lose(name));
  }

  @Test
  void stableIsMadeAgainWhenTheSpecHoldsIt() {
    var scenario = new Scenario("stable-revision-lost", ROW);
    scenario.play().apply(Specs.first(), SimulatedServer.GOOD).until(Phase.UP_TO_DATE);
    lose(scenario, "1.0.0");
    scenario.play().until(Phase.UP_TO_DATE).lasting(Duration.ofSeconds(5));
    assertThat(scenario.stable()).isEqualTo("1.0.0");
    scenario.golden();
  }

  @Test
  void stableThatTheSpecDoesNotHoldChangesNothing() {
    var scenario = trying("stable-revision-lost-on-trial");
    scenario.play().lasting(Duration.ofSeconds(15));
    var candidate = scenario.revisionOf("2.0.0");
    lose(scenario, "1.0.0");
    assertThat(scenario.play().decision().reason()).isEqualTo(Reason.StableUnclear);
    assertThat(scenario.play().cluster().weight(candidate)).isEqualTo(10);
    scenario
        .play()
        .lasting(Duration.ofSeconds(30))
        .apply(Specs.first().version("2.0.0").version("1.0.0"))
        .until(Phase.UP_TO_DATE)
        .lasting(Duration.ofSeconds(15));
    assertThat(scenario.stable()).isEqualTo("1.0.0");
    scenario.gone("2.0.0").golden();
  }

  @Test
  void lostPreviousEndsTheBake() {
    var scenario = trying("previous-revision-lost");
    scenario.play().until(Phase.BAKING);
    lose(scenario, "1.0.0");
    assertThat(scenario.play().decision().phase()).isEqualTo(Phase.UP_TO_DATE);
    scenario.play().lasting(Duration.ofSeconds(30));
    scenario.serves("2.0.0", Reason.Promoted).golden();
  }
}
