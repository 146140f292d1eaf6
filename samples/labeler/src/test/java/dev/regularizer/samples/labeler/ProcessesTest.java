package dev.regularizer.samples.labeler;

import static dev.regularizer.samples.feedback.SeenNumbers.Answer.SEEN_BEFORE;
import static dev.regularizer.samples.feedback.SeenNumbers.Answer.TAKEN;
import static dev.regularizer.samples.feedback.SeenNumbers.Answer.TOO_OLD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessesTest {
  @Test
  void aProcessThatWasForgottenIsNeverCountedAgain() {
    var processes = new Processes(2, 64);
    assertThat(processes.take("a", 0)).isEqualTo(TAKEN);
    assertThat(processes.take("b", 0)).isEqualTo(TAKEN);
    assertThat(processes.take("a", 0)).isEqualTo(SEEN_BEFORE);

    assertThat(processes.take("c", 0)).isEqualTo(TAKEN);

    // b had the oldest label.
    assertThat(processes.take("b", 0)).isEqualTo(TOO_OLD);
    assertThat(processes.take("b", 1)).isEqualTo(TOO_OLD);
    assertThat(processes.take("a", 1)).isEqualTo(TAKEN);
    assertThat(processes.take("c", 0)).isEqualTo(SEEN_BEFORE);
  }
}
