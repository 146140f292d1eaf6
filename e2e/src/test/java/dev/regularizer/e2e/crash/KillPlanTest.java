package dev.regularizer.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KillPlanTest {

  @Test
  void meetsEveryPhaseAsOftenAsAsked() {
    var perPhase =
        KillPlan.of(7, 20, 2).kills().stream()
            .collect(Collectors.groupingBy(KillPlan.Kill::phase, Collectors.counting()));
    assertThat(perPhase).containsOnlyKeys(KillPlan.PHASES);
    assertThat(perPhase.values()).allMatch(count -> count >= 2);
  }

  @Test
  void isTheSameForTheSameSeed() {
    assertThat(KillPlan.of(7, 20, 2)).isEqualTo(KillPlan.of(7, 20, 2));
    assertThat(KillPlan.of(8, 20, 2)).isNotEqualTo(KillPlan.of(7, 20, 2));
  }
}
