package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.LookRun;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A change of weight closes the open window, and nothing counts until it has warmed up. */
class WeightChangeTest {

  @Test
  void whatLiesBetweenTwoWeightsIsInNoWindow() {
    var scenario = Scenario.trying("none", "a weight changes", Specs.first(), SimulatedServer.GOOD);
    scenario
        .play()
        .until(
            "looks at the second weight",
            _ -> scenario.attempt("2.0.0").filter(one -> !looks(one, 2).isEmpty()).isPresent());
    var attempt = scenario.attempt("2.0.0").orElseThrow();
    var policy = attempt.policy();
    var second = attempt.steps().getLast();
    var last = looks(attempt, 1).getLast().end(policy.window());
    assertThat(Duration.between(last, second.intentAt())).isBetween(Duration.ZERO, policy.window());
    assertThat(looks(attempt, 2).getFirst().from())
        .isEqualTo(Objects.requireNonNull(second.effectiveAt()).plus(policy.warmUp()));
  }

  private static List<LookRun> looks(Attempt attempt, int step) {
    return attempt.looks().runs().stream().filter(run -> run.step() == step).toList();
  }
}
