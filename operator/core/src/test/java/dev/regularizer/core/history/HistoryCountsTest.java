package dev.regularizer.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.PhiSource;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.counting.ArmSamples;
import dev.regularizer.core.counting.ArmSelector;
import dev.regularizer.core.counting.CountingContext;
import dev.regularizer.core.counting.RawSeries;
import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.spec.TrialPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Windows of stable before an attempt, from raw samples. */
class HistoryCountsTest {

  private static final Instant END = Instant.parse("2026-01-01T12:00:00Z");
  private static final Duration WINDOW = Duration.ofSeconds(10);
  private static final Duration SCRAPE = Duration.ofSeconds(5);
  private static final int REQUESTS = 1000;
  private static final TrialPolicy POLICY =
      new TrialPolicy(
          SliDefaults.resolve(
              List.of(
                  new DeclaredSli(
                      "rejections",
                      new SliKind.RejectionRate(),
                      Optional.empty(),
                      Optional.of(.01),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty()))),
          .05,
          .05,
          WINDOW,
          Duration.ZERO,
          "default");

  @Test
  void piecesCoverAllWindowsOnceAndInOrder() {
    var chunks = new HistoryPlan(END, WINDOW).chunks();
    assertThat(chunks.getFirst().from())
        .isEqualTo(END.minus(WINDOW.multipliedBy(HistoryPlan.WINDOWS)));
    assertThat(chunks.getLast().end()).isEqualTo(END);
    for (int i = 1; i < chunks.size(); i++) {
      assertThat(chunks.get(i).from()).isEqualTo(chunks.get(i - 1).end());
    }
  }

  @Test
  void evenTrafficHasNoOverdispersion() {
    var counts = read(HistoryPlan.WINDOWS, window -> 5);
    assertThat(counts.windows()).isEqualTo(HistoryPlan.WINDOWS);
    var frozen = counts.frozen(POLICY).slis().getFirst();
    assertThat(frozen.phi()).isEqualTo(1);
    assertThat(frozen.phiFrom()).isEqualTo(PhiSource.History);
    assertThat(counts.frozen(POLICY).isOf(POLICY)).isTrue();
  }

  @Test
  void burstsAreMeasuredAndCapped() {
    var bursts = read(HistoryPlan.WINDOWS, window -> window % 8 == 0 ? 40 : 3);
    assertThat(bursts.frozen(POLICY).slis().getFirst().phi()).isBetween(5.0, 10.0);
    var wild = read(HistoryPlan.WINDOWS, window -> window % 8 == 0 ? 400 : 3);
    assertThat(wild.frozen(POLICY).slis().getFirst().phi()).isEqualTo(10);
  }

  @Test
  void fewerThanSixtyWindowsAreTheDefault() {
    var counts = read(59, window -> window % 8 == 0 ? 40 : 3);
    // The sample before the first window lies in one of its own, which has no requests.
    assertThat(counts.windows()).isEqualTo(60);
    var frozen = counts.frozen(POLICY).slis().getFirst();
    assertThat(frozen.phi()).isEqualTo(1);
    assertThat(frozen.phiFrom()).isEqualTo(PhiSource.Default);
    assertThat(read(60, window -> window % 8 == 0 ? 40 : 3).frozen(POLICY).slis().getFirst().phi())
        .isGreaterThan(5);
  }

  @Test
  void trafficIsRequestsPerSecondAndWhatOneLikeStableNeeds() {
    var counts = read(HistoryPlan.WINDOWS, window -> 5);
    var traffic = counts.traffic(counts.frozen(POLICY), 50);
    assertThat(traffic.windows()).isEqualTo(HistoryPlan.WINDOWS);
    assertThat(traffic.slis().getFirst().samplesPerSecond()).isEqualTo(REQUESTS / 10.0);
    // (ln 20 + 1.6)/KL(.005, .015) = 1,023; the rate has half an event more.
    assertThat(traffic.slis().getFirst().needed().orElseThrow()).isBetween(1000L, 1100L);
    var bad = read(HistoryPlan.WINDOWS, window -> 20);
    assertThat(bad.traffic(bad.frozen(POLICY), 50).slis().getFirst().needed()).isEmpty();
    var none = HistoryCounts.start(POLICY).traffic(POLICY, 50);
    assertThat(none.windows()).isZero();
    assertThat(none.slis().getFirst().samplesPerSecond()).isZero();
  }

  /** The last windows of stable, one target, two scrapes in each. */
  private static HistoryCounts read(int windows, IntUnaryOperator rejected) {
    var start = END.minus(WINDOW.multipliedBy(windows));
    var times =
        IntStream.rangeClosed(0, 2 * windows)
            .mapToLong(i -> start.plus(SCRAPE.multipliedBy(i)).toEpochMilli())
            .toArray();
    var bad = new double[times.length];
    var good = new double[times.length];
    for (int i = 1; i < times.length; i++) {
      int events = i % 2 == 0 ? rejected.applyAsInt((i - 1) / 2) : 0;
      bad[i] = bad[i - 1] + events;
      good[i] = good[i - 1] + REQUESTS / 2.0 - events;
    }
    var matrix =
        new SampleMatrix(List.of(series("rejected", times, bad), series("served", times, good)));
    var arm =
        ArmSamples.of(
            matrix,
            ArmSelector.pods("vision", "ic-a"),
            new CountingContext(SCRAPE, WINDOW, Map.of(), false));
    var counts = HistoryCounts.start(POLICY);
    for (var chunk : new HistoryPlan(END, WINDOW).chunks()) {
      counts = counts.plus(POLICY, chunk, arm);
    }
    return counts;
  }

  private static RawSeries series(String outcome, long[] times, double[] values) {
    return RawSeries.of(
        "model_predictions_total",
        new TreeMap<>(
            Map.of("namespace", "vision", "pod", "ic-a-b-c", "instance", "x", "outcome", outcome)),
        times,
        values);
  }
}
