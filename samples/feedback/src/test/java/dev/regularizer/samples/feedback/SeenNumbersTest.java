package dev.regularizer.samples.feedback;

import static dev.regularizer.samples.feedback.SeenNumbers.Answer.SEEN_BEFORE;
import static dev.regularizer.samples.feedback.SeenNumbers.Answer.TAKEN;
import static dev.regularizer.samples.feedback.SeenNumbers.Answer.TOO_OLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeenNumbersTest {
  @Test
  void takesEachNumberOnceInAnyOrder() {
    var seen = new SeenNumbers(128);
    assertThat(seen.take(5)).isEqualTo(TAKEN);
    assertThat(seen.take(3)).isEqualTo(TAKEN);
    assertThat(seen.take(5)).isEqualTo(SEEN_BEFORE);
    assertThat(seen.take(131)).isEqualTo(TAKEN);
    assertThat(seen.take(3)).isEqualTo(TOO_OLD);
    assertThat(seen.take(4)).isEqualTo(TAKEN);
    assertThat(seen.take(1_000_000)).isEqualTo(TAKEN);
    assertThat(seen.take(-1)).isEqualTo(TOO_OLD);
  }

  @Test
  void neverTwiceWhateverComes() {
    var random = new Random(7);
    var seen = new SeenNumbers(256);
    var taken = new HashSet<Long>();
    var front = 0L;
    for (var i = 0; i < 50_000; i++) {
      front += random.nextInt(3);
      var number = Math.max(0, front - random.nextInt(400));
      if (seen.take(number) == TAKEN) {
        assertThat(taken.add(number)).as("number %d", number).isTrue();
      }
    }
    assertThat(taken).hasSizeGreaterThan(20_000);
  }
}
