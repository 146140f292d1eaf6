package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.spec.OnInconclusive;
import dev.regularizer.core.spec.RolloutSpec;
import dev.regularizer.core.state.Ending;
import dev.regularizer.core.state.Outcome;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** No path leads from missing or useless data to a promotion or to a rollback by an SLI. */
class NoVerdictWithoutDataTest {
  private static final int CASES = 60;
  private static final List<OnInconclusive> POLICIES = List.of(OnInconclusive.values());
  private static final Set<Reason> ALLOWED_ENDS =
      EnumSet.of(Reason.Inconclusive, Reason.CandidateUnavailable);

  @Test
  void whateverComesInsteadOfSamplesDecidesNothing() {
    Set<Reason> seen = EnumSet.noneOf(Reason.class);
    for (int seed = 0; seed < CASES; seed++) {
      var random = new SplittableRandom(seed);
      var candidate =
          random.nextBoolean() ? SimulatedServer.GOOD : SimulatedServer.GOOD.rejecting(.5);
      var policy = POLICIES.get(random.nextInt(POLICIES.size()));
      var scenario =
          Scenario.trying("none", "no verdict without data", specs(policy, random), candidate);
      var play = scenario.play();
      var stable = scenario.revisionOf("1.0.0");
      play.when("answers are useless", one -> one.answers(new UselessAnswers(random, stable)));
      var end = play.now().plus(Duration.ofMinutes(4));
      while (play.now().isBefore(end) && play.decision().phase() != Phase.ROLLED_BACK) {
        play.lasting(Duration.ofSeconds(5));
        seen.add(play.decision().reason());
        assertThat(scenario.stable()).as("seed %s: who serves", seed).isEqualTo("1.0.0");
        var weight = play.cluster().weight(scenario.revisionOf("2.0.0"));
        assertThat(weight)
            .as("seed %s: weight of the candidate, %s", seed, play.decision().message())
            .isLessThanOrEqualTo(50);
        ending(scenario)
            .ifPresent(ending -> {
              assertThat(ending.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
              assertThat(ending.reason()).isIn(ALLOWED_ENDS);
              assertThat(policy).isEqualTo(OnInconclusive.ROLLBACK);
            });
      }
    }
    assertThat(seen)
        .contains(Reason.Inconclusive, Reason.InvalidSamples, Reason.PrometheusUnreachable);
  }

  private static Optional<Ending> ending(Scenario scenario) {
    return scenario.attempt("2.0.0").map(attempt -> attempt.ending());
  }

  private static Specs specs(OnInconclusive policy, SplittableRandom random) {
    var deadline = Duration.ofSeconds(random.nextLong(60, 150));
    return Specs.first()
        .rollout(plan ->
            new RolloutSpec(
                plan.steps(),
                deadline,
                plan.bake(),
                plan.drain(),
                policy,
                plan.restartsLimit(),
                plan.rollbackWindow(),
                plan.badEventsLimit()));
  }
}
