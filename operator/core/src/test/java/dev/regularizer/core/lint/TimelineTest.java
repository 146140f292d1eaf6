package dev.regularizer.core.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.regularizer.core.lint.Timeline.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final double EXACT = 1e-9;
  private static final Timeline TWO =
      new Timeline(List.of(new Segment(.1, 30), new Segment(.5, 30)));

  @Test
  void exposureIsShareTimesSeconds() {
    assertEquals(3, TWO.exposure(0, 30), EXACT);
    assertEquals(3 + 15, TWO.exposure(0, 60), EXACT);
    assertEquals(1 + 5, TWO.exposure(20, 40), EXACT);
    assertEquals(0, TWO.exposure(-50, 0), EXACT);
    assertEquals(0, TWO.exposure(40, 20), EXACT);
  }

  @Test
  void theLastShareGoesOn() {
    assertEquals(18 + 50, TWO.exposure(0, 160), EXACT);
    assertEquals(OptionalDouble.of(160), TWO.until(0, 68));
  }

  @Test
  void laterSegmentsFollow() {
    assertEquals(18 + 9, TWO.then(List.of(new Segment(.9, 10))).exposure(0, 70), EXACT);
  }

  @Test
  void withoutTrafficNothingIsReached() {
    Timeline none = new Timeline(List.of(new Segment(.1, 10), new Segment(0, 10)));
    assertEquals(OptionalDouble.of(10), none.until(0, 1));
    assertEquals(OptionalDouble.empty(), none.until(0, 1.1));
    assertEquals(OptionalDouble.of(0), none.until(100, 0));
    assertThrows(IllegalArgumentException.class, () -> new Timeline(List.of()));
  }

  @Test
  void untilIsTheInverseOfExposure() {
    Random random = new Random(7);
    for (int run = 0; run < 1000; run++) {
      List<Segment> segments = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(5); i++) {
        segments.add(new Segment(.01 + random.nextDouble(), random.nextInt(100)));
      }
      Timeline timeline = new Timeline(segments);
      double from = random.nextInt(300) - 100;
      double wanted = random.nextDouble() * 300;
      double wait = timeline.until(from, wanted).orElseThrow();
      assertTrue(wait >= 0);
      assertEquals(wanted, timeline.exposure(from, from + wait), 1e-6);
    }
  }
}
