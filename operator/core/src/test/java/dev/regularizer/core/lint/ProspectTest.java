package dev.regularizer.core.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.Risk;
import dev.regularizer.core.analysis.SliAnalysis;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.analysis.SliState;
import dev.regularizer.core.analysis.SliWindow;
import dev.regularizer.core.analysis.WindowCounts.Events;
import dev.regularizer.core.counting.Reading;
import dev.regularizer.core.lint.Timeline.Segment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** 600 requests in a minute at a tenth of the traffic: 10 a second. */
class ProspectTest {

  private static final SliPolicy POLICY =
      SliDefaults.resolve(
              List.of(
                  new DeclaredSli(
                      "rejections",
                      new SliKind.RejectionRate(),
                      Optional.empty(),
                      Optional.of(.01),
                      Optional.of(.015),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty())))
          .getFirst();
  private static final SliAnalysis ANALYSIS = new SliAnalysis(POLICY, new Risk(.05, .05));

  @Test
  void aRateAtTheLimitIsHopelessOnlyWhenTheBestItMayBeIsOutOfReachToo() {
    SliResult atTheLimit = ANALYSIS.result(after(9, 600));
    assertTrue(atTheLimit.projected().isEmpty());
    long best = atTheLimit.leastProjected().orElseThrow();
    assertFalse(until(60 + best / 10.0 + 1).hopeless(POLICY, atTheLimit));
    assertTrue(until(60 + best / 10.0 - 1).hopeless(POLICY, atTheLimit));
  }

  @Test
  void whatIsProvenOrBelowItsMinimumIsNotHopeless() {
    assertFalse(until(61).hopeless(POLICY, ANALYSIS.result(after(0, 600))));
    assertFalse(until(61).hopeless(POLICY, ANALYSIS.result(after(3, 199))));
    assertTrue(until(61).hopeless(POLICY, ANALYSIS.result(after(3, 200))));
  }

  @Test
  void withoutProjectionsTheWorstIsAssumed() {
    assertTrue(until(7200).hopeless(POLICY, ANALYSIS.decisive(after(9, 600))));
  }

  @Test
  void projectedSamplesTakeTheirTimeAtThePlannedWeights() {
    SliResult healthy = ANALYSIS.result(after(3, 600));
    long needed = healthy.projected().orElseThrow();
    assertEquals(
        OptionalLong.of((long) Math.ceil(needed / 10.0)),
        until(7200).seconds(POLICY, healthy, healthy.projected()));
    Prospect faster =
        new Prospect(new Timeline(List.of(new Segment(.1, 60), new Segment(.2, 1))), 60, 7200);
    assertEquals(
        OptionalLong.of((long) Math.ceil(needed / 20.0)),
        faster.seconds(POLICY, healthy, healthy.projected()));
  }

  private static Prospect until(double deadline) {
    return new Prospect(new Timeline(List.of(new Segment(.1, 60))), 60, deadline);
  }

  private static SliState after(long bad, long trials) {
    return ANALYSIS.fold(
        SliState.START,
        new SliWindow(
            10,
            Duration.ofSeconds(60),
            true,
            new Reading.Counted<>(new Events(bad, bad, trials)),
            new Reading.Counted<>(new Events(trials / 25, trials / 25, 9 * trials))));
  }
}
