package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.spec.OnInconclusive;
import dev.regularizer.core.spec.RolloutSpec;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A trial without a verdict holds until somebody acts; it does not come and go with each window.
 */
class InconclusiveSteadyTest {

  private static Specs briefly(OnInconclusive policy) {
    return Specs.first()
        .rollout(plan ->
            new RolloutSpec(
                plan.steps(),
                Duration.ofSeconds(70),
                plan.bake(),
                plan.drain(),
                policy,
                plan.restartsLimit(),
                plan.rollbackWindow(),
                Optional.empty()));
  }

  /** Too few requests for the minimum, so that Promote acts as Hold, too. */
  @ParameterizedTest
  @EnumSource(names = {"HOLD", "PROMOTE"})
  void staysAsItIs(OnInconclusive policy) {
    var scenario = new Scenario("", "");
    scenario
        .play()
        .when("2 requests per second", one -> one.requestsPerSecond(2))
        .apply(briefly(policy), SimulatedServer.GOOD)
        .until(Phase.UP_TO_DATE)
        .apply(briefly(policy).version("2.0.0"), SimulatedServer.GOOD)
        .until(Phase.HOLDING);
    var seen = EnumSet.noneOf(Phase.class);
    var end = scenario.play().now().plus(Duration.ofMinutes(2));
    scenario
        .play()
        .until(
            "two minutes later",
            one -> {
              seen.add(one.status().phase());
              return one.now().isAfter(end);
            });
    assertThat(seen).containsExactly(Phase.HOLDING);
  }
}
