package dev.regularizer.core.counting;

import static dev.regularizer.core.counting.Scrapes.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.counting.NativeHistogram.Bucket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Exceedances of a threshold from classic and native histograms. */
class LatencyCountingTest {

  private static final String BUCKET = "model_prediction_duration_seconds_bucket";
  private static final String COUNT = "model_prediction_duration_seconds_count";

  private static Scrapes classic(String... bounds) {
    double[][] below = {{900, 1500}, {1500, 2100}, {1880, 2480}, {1960, 2560}, {1995, 2595}};
    Scrapes scrapes = new Scrapes();
    for (int i = 0; i < bounds.length; i++) {
      scrapes.add(BUCKET, Map.of("le", bounds[i]), 10, 0, below[i][0], below[i][1]);
    }
    return scrapes
        .add(BUCKET, Map.of("le", "+Inf"), 10, 0, 2000, 2600)
        .add(COUNT, Map.of(), 10, 0, 2000, 2600);
  }

  @Test
  void onABoundaryTheCountIsExact() {
    ArmSamples arm = classic("0.1", "0.25", "0.5", "1", "2.5").arm();
    assertThat(arm.latency(window(10, 12), .5, Scrapes.DURATION))
        .isEqualTo(counted(2000, 120, 120));
    assertThat(arm.latency(window(12, 14), .5, Scrapes.DURATION)).isEqualTo(counted(600, 0, 0));
  }

  @Test
  void spellingOfTheBoundaryDoesNotMatter() {
    ArmSamples arm = classic("0.100", "0.250", "5e-1", "1.0", "2.50").arm();
    assertThat(arm.latency(window(10, 12), .25, Scrapes.DURATION))
        .isEqualTo(counted(2000, 500, 500));
    assertThat(arm.latency(window(10, 12), .5, Scrapes.DURATION))
        .isEqualTo(counted(2000, 120, 120));
  }

  @Test
  void betweenBoundariesFailAndPassUseDifferentOnes() {
    ArmSamples arm = classic("0.1", "0.25", "0.5", "1", "2.5").arm();
    assertThat(arm.latency(window(10, 12), .3, Scrapes.DURATION))
        .isEqualTo(counted(2000, 120, 500));
    assertThat(arm.latency(window(10, 12), .05, Scrapes.DURATION))
        .isEqualTo(counted(2000, 1100, 2000));
    assertThat(arm.latency(window(10, 12), 5, Scrapes.DURATION)).isEqualTo(counted(2000, 0, 5));
  }

  @Test
  void brokenBucketsAreInvalid() {
    Scrapes shrinking =
        new Scrapes()
            .add(BUCKET, Map.of("le", "0.1"), 10, 0, 7)
            .add(BUCKET, Map.of("le", "0.2"), 10, 0, 5)
            .add(BUCKET, Map.of("le", "+Inf"), 10, 0, 9);
    assertThat(reason(shrinking)).isEqualTo(InvalidReason.BucketsNotMonotone);
    Scrapes different =
        new Scrapes()
            .add(BUCKET, Map.of("le", "0.1"), 10, 0, 7)
            .add(BUCKET, Map.of("le", "+Inf"), 10, 0, 9)
            .add(COUNT, Map.of(), 10, 0, 10);
    assertThat(reason(different)).isEqualTo(InvalidReason.CountMismatch);
    Scrapes text =
        new Scrapes().add(BUCKET, Map.of("le", "fast"), 10, 0, 7).add(COUNT, Map.of(), 10, 0, 7);
    assertThat(reason(text)).isEqualTo(InvalidReason.OutOfRange);
    Scrapes open = new Scrapes().add(BUCKET, Map.of("le", "1"), 10, 0, 7);
    assertThat(reason(open)).isEqualTo(InvalidReason.CountMismatch);
  }

  @Test
  void noHistogramIsNoData() {
    Scrapes scrapes = new Scrapes().add("other_total", Map.of(), 10, 0, 7);
    assertThat(scrapes.arm().latency(window(10, 12), .25, Scrapes.DURATION))
        .isEqualTo(new Reading.NoData<>());
  }

  @Test
  void aNativeHistogramBoundsTheThresholdByItsBucket() {
    ArmSamples arm = new Scrapes().addNative(10, exponential(3, 0), exponential(3, 1)).arm();
    // Schema 3: 0.25 = 2^-2 is a boundary, 0.3 is not.
    assertThat(arm.latency(window(10, 12), .25, Scrapes.DURATION)).isEqualTo(counted(80, 40, 40));
    LatencyCounts between = value(arm.latency(window(10, 12), .3, Scrapes.DURATION));
    assertThat(between.possiblySlower() - between.surelySlower()).isEqualTo(1);
  }

  @Test
  void aNativeHistogramMayLoseResolutionInTheWindow() {
    ArmSamples arm =
        new Scrapes()
            .addNative(
                10, exponential(5, 1), exponential(5, 2), exponential(3, 8), exponential(3, 12))
            .arm();
    LatencyCounts whole = value(arm.latency(window(10, 16), .25, Scrapes.DURATION));
    // Schema 5 has four times the buckets, so 1, 2 of them are as many as 4, 8 of schema 3.
    assertThat(whole).isEqualTo(new LatencyCounts((12 - 4) * 80, (12 - 4) * 40, (12 - 4) * 40));
    LatencyCounts between = value(arm.latency(window(10, 16), .3, Scrapes.DURATION));
    assertThat(between.total()).isEqualTo(640);
    assertThat(between.possiblySlower() - between.surelySlower()).isEqualTo(8);
  }

  @Test
  void aNativeHistogramRestartsFromZero() {
    ArmSamples arm =
        new Scrapes().addNative(10, exponential(3, 5), exponential(3, 6), exponential(3, 2)).arm();
    assertThat(arm.latency(window(10, 14), .25, Scrapes.DURATION))
        .isEqualTo(counted(240, 120, 120));
  }

  @Test
  void nativeIsPreferredUnlessTheClassicOneIsExact() {
    Scrapes both = classic("0.1", "0.25").addNative(10, exponential(3, 0), exponential(3, 1));
    assertThat(both.arm().latency(window(10, 12), .25, Scrapes.DURATION))
        .isEqualTo(counted(2000, 500, 500));
    assertThat(value(both.arm().latency(window(10, 12), .5, Scrapes.DURATION)).total())
        .isEqualTo(80);
  }

  /**
   * Observations in all 2^schema buckets of each octave from 2^-7 to 2^3, and none at schema 3's.
   */
  private static NativeHistogram exponential(int schema, int perBucket) {
    int perOctave = 1 << schema;
    List<Bucket> buckets = new ArrayList<>();
    for (int i = -7 * perOctave; i < 3 * perOctave && perBucket > 0; i++) {
      buckets.add(
          new Bucket(
              Math.pow(2, (double) i / perOctave), Math.pow(2, (i + 1.0) / perOctave), perBucket));
    }
    return new NativeHistogram(10.0 * perOctave * perBucket, 0, buckets);
  }

  private static Reading<LatencyCounts> counted(long total, long surely, long possibly) {
    return new Reading.Counted<>(new LatencyCounts(total, surely, possibly));
  }

  private static LatencyCounts value(Reading<LatencyCounts> reading) {
    return ((Reading.Counted<LatencyCounts>) reading).value();
  }

  private static InvalidReason reason(Scrapes scrapes) {
    return ((Reading.Invalid<LatencyCounts>)
            scrapes.arm().latency(window(10, 12), .15, Scrapes.DURATION))
        .reason();
  }
}
