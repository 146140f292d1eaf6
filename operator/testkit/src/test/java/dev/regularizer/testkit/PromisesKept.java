package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.testkit.history.HistoryCheck;
import dev.regularizer.testkit.history.Tolerances;
import java.util.Set;

/** No write of a simulation breaks an invariant. */
final class PromisesKept {
  private PromisesKept() {}

  static void check(Transcript transcript) {
    assertThat(
            HistoryCheck.of(Set.of(SimulatedHistory.OPERATOR))
                .tolerating(Tolerances.healthy())
                .violations(transcript.history()))
        .isEmpty();
  }
}
