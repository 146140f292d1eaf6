package dev.regularizer.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regularizer.core.analysis.WindowCounts.Bins;
import dev.regularizer.core.analysis.WindowCounts.Events;
import dev.regularizer.core.counting.Reading;
import dev.regularizer.core.statistics.CalibrationCounts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** State that was stored and read between any two windows is the same state, bit for bit. */
class ReplayTest {

  private static final List<SliAnalysis> ANALYSES =
      List.of(
          Slis.rejections(),
          Slis.analysis(Slis.versusStable("errors", new SliKind.ErrorRate())),
          Slis.analysis(Slis.declared("latency", new SliKind.Latency(.95, .25), .05)),
          Slis.analysis(Slis.declared("wrong", new SliKind.PredictionError(), .1)),
          Slis.analysis(Slis.declared("calibration", new SliKind.CalibrationError(), .05)));

  @Test
  void storingChangesNothing() {
    for (SliAnalysis analysis : ANALYSES) {
      SplittableRandom random = new SplittableRandom(79);
      SliState straight = SliState.START;
      SliState stored = SliState.START;
      for (int j = 0; j < 120; j++) {
        SliWindow window =
            window(random, analysis.policy().comparesConfidences(), 1 + 10 * (j / 12));
        straight = analysis.fold(straight, window);
        stored = SliState.of(analysis.fold(stored, window).text());
        assertThat(stored).isEqualTo(straight);
        assertThat(analysis.result(stored)).isEqualTo(analysis.result(straight));
      }
      assertThat(straight.text().toString().getBytes(StandardCharsets.UTF_8).length)
          .isLessThan(4096);
    }
  }

  @Test
  void theDecisiveResultIsTheWholeOneWithoutWhatIsShown() {
    for (SliAnalysis analysis : ANALYSES) {
      SplittableRandom random = new SplittableRandom(83);
      SliState state = SliState.START;
      for (int j = 0; j < 40; j++) {
        state = analysis.fold(state, window(random, analysis.policy().comparesConfidences(), 10));
        SliResult decisive = analysis.decisive(state);
        assertThat(decisive)
            .usingRecursiveComparison()
            .ignoringFields("estimate", "lower", "upper", "projected", "leastProjected")
            .isEqualTo(analysis.result(state));
        assertThat(decisive.estimate()).isEmpty();
      }
    }
  }

  @Test
  void anotherGridIsNotMistakenForThisOne() {
    SliStateText text = SliState.START.text();
    SliStateText foreign =
        new SliStateText(
            text.gridVersion() + 1,
            0,
            0,
            0,
            false,
            false,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    assertThatThrownBy(() -> SliState.of(foreign))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("grid version 2");
  }

  private static SliWindow window(SplittableRandom random, boolean labels, int weight) {
    return new SliWindow(
        weight,
        Duration.ofHours(1),
        random.nextInt(10) > 0,
        reading(random, labels, 300),
        reading(random, labels, 2700));
  }

  private static Reading<WindowCounts> reading(SplittableRandom random, boolean labels, int most) {
    if (random.nextInt(10) == 0) {
      return new Reading.NoData<>();
    }
    long trials = random.nextLong(0, most);
    return new Reading.Counted<>(labels ? bins(random, trials) : events(random, trials));
  }

  private static WindowCounts events(SplittableRandom random, long trials) {
    long possibly = random.nextLong(0, trials / 20 + 1);
    return new Events(random.nextLong(0, possibly + 1), possibly, trials);
  }

  private static WindowCounts bins(SplittableRandom random, long trials) {
    List<Long> n = new ArrayList<>();
    List<Double> c = new ArrayList<>();
    List<Long> k = new ArrayList<>();
    for (int b = 0; b < CalibrationCounts.BINS; b++) {
      long inBin = trials / CalibrationCounts.BINS;
      n.add(inBin);
      c.add(inBin * (b + random.nextDouble()) / CalibrationCounts.BINS);
      k.add(random.nextLong(0, inBin + 1));
    }
    return new Bins(new CalibrationCounts(n, c, k));
  }
}
