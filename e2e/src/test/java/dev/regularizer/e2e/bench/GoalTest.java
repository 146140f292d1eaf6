package dev.regularizer.e2e.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A goal is judged by its worst value and told with median and worst. */
class GoalTest {

  @Test
  void theWorstValueDecides() {
    assertThat(new Goal("writes", "", List.of(3.0, 21.0, 4.0), 20).met()).isFalse();
    assertThat(new Goal("writes", "", List.of(3.0, 20.0, 4.0), 20).met()).isTrue();
  }

  @Test
  void medianOfAnyNumberOfRounds() {
    assertThat(new Goal("x", "", List.of(5.0, 1.0, 3.0), 9).median()).isEqualTo(3);
    assertThat(new Goal("x", "", List.of(4.0, 1.0, 3.0, 2.0), 9).median()).isEqualTo(2.5);
  }

  @Test
  void aRowHasWhatItIsAndWhetherItIsMet() {
    assertThat(new Goal("start", "s", List.of(1.25, 1.5, 3.0), 2).row().strip())
        .isEqualTo("| start | 1.50 s | 3 s | 2 s | no |");
  }
}
