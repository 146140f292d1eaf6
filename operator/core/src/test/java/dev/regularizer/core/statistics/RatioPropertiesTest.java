package dev.regularizer.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What P2 promises for all counts; its validity by full enumeration of small cases. */
class RatioPropertiesTest {

  private static final double ROUNDING = 1e-9;

  @Test
  void theOrderOfWindowsDoesNotMatter() {
    RatioTest test = new RatioTest(1.1, .001, Direction.HARM);
    SplittableRandom random = new SplittableRandom(3);
    List<long[]> windows = new ArrayList<>();
    for (int j = 0; j < 50; j++) {
      long nc = random.nextLong(0, 300);
      long ns = random.nextLong(0, 3000);
      windows.add(new long[] {random.nextLong(0, nc + 1), nc, random.nextLong(0, ns + 1), ns});
    }
    double inOrder = test.logE(fold(test, windows));
    Collections.shuffle(windows, new Random(5));
    assertThat(test.logE(fold(test, windows))).isCloseTo(inOrder, within(ROUNDING * 1e3));
  }

  @Test
  void withoutFloorItIsTheObjectiveTestOnTheShareOfBadEvents() {
    RatioTest test = new RatioTest(1.1, 0, Direction.HARM);
    double theta = 1.1 * 300 / (1.1 * 300 + 2700);
    assertThat(test.logE(test.add(RatioEvidence.NONE, 9, 300, 30, 2700)))
        .isCloseTo(ObjectiveTest.logHarm(9, 39, theta, 1), within(ROUNDING));
  }

  @Test
  void aWindowOfOneRevisionComparesNothing() {
    RatioTest test = new RatioTest(1, 0, Direction.HARM);
    assertThat(test.add(RatioEvidence.NONE, 5, 100, 0, 0)).isEqualTo(RatioEvidence.NONE);
    assertThat(test.add(RatioEvidence.NONE, 0, 0, 5, 100)).isEqualTo(RatioEvidence.NONE);
  }

  @ParameterizedTest(name = "ratio {0}, floor {1}")
  @CsvSource({"1, 0", "1, .01", "1.1, 0", "1.1, .01", "1.5, 0", "1.5, .01"})
  void underTheNullNoBetGainsOnAverage(double ratio, double floor) {
    for (int nc : new int[] {1, 5, 17, 40}) {
      for (int ns : new int[] {1, 7, 40}) {
        for (double ps : new double[] {0, .005, .05, .2, .6}) {
          double boundary = Math.min(1, ratio * ps + floor);
          double[] stable = Enumeration.binomial(ns, ps);
          assertThat(
                  mean(
                      new RatioTest(ratio, floor, Direction.HARM),
                      Enumeration.binomial(nc, boundary),
                      stable))
              .isLessThanOrEqualTo(1 + ROUNDING);
          if (ratio * ps + floor <= 1) {
            assertThat(
                    mean(
                        new RatioTest(ratio, floor, Direction.SAFE),
                        Enumeration.binomial(nc, boundary),
                        stable))
                .isLessThanOrEqualTo(1 + ROUNDING);
          }
        }
      }
    }
  }

  @Test
  void unequalRequestsDoNotBreakIt() {
    SplittableRandom random = new SplittableRandom(17);
    for (int i = 0; i < 60; i++) {
      double[] stable = random.doubles(random.nextInt(1, 30), 0, .4).toArray();
      double[] candidate = random.doubles(random.nextInt(1, 30), 0, 1).toArray();
      double allowed = 1.1 * Arrays.stream(stable).average().orElseThrow();
      double scale = allowed / Arrays.stream(candidate).average().orElseThrow();
      double[] scaled = Arrays.stream(candidate).map(p -> Math.min(1, p * scale)).toArray();
      assertThat(
              mean(
                  new RatioTest(1.1, 0, Direction.HARM),
                  Enumeration.successes(scaled),
                  Enumeration.successes(stable)))
          .isLessThanOrEqualTo(1 + ROUNDING);
    }
  }

  @Test
  void withoutAnyBadEventTheFloorLetsACandidatePass() {
    RatioTest safe = new RatioTest(1.5, .005, Direction.SAFE);
    RatioEvidence evidence = RatioEvidence.NONE;
    long candidate = 0;
    while (safe.logE(evidence) < Math.log(20)) {
      evidence = safe.add(evidence, 0, 10, 0, 90);
      candidate += 10;
    }
    assertThat(candidate).isBetween(900L, 1050L);
    RatioTest withoutFloor = new RatioTest(1.5, 0, Direction.SAFE);
    assertThat(withoutFloor.logE(withoutFloor.add(RatioEvidence.NONE, 0, 100_000, 0, 900_000)))
        .isCloseTo(0, within(1e-12));
  }

  @Test
  void textKeepsEveryBit() {
    RatioTest test = new RatioTest(1.1, .001, Direction.HARM);
    RatioEvidence evidence = test.add(RatioEvidence.NONE, 7, 301, 19, 2703);
    assertThat(RatioEvidence.ofHex(evidence.hex())).isEqualTo(evidence);
    assertThat(RatioEvidence.ofHex(List.of())).isEqualTo(RatioEvidence.NONE);
  }

  @Test
  void boundsContainTheEstimate() {
    RatioBounds bounds = RatioBounds.NONE.plus(30, 1000, 90, 9000).plus(60, 2000, 40, 2000);
    assertThat(bounds.lower(.05, 1).orElseThrow()).isBetween(1.0, 2.0);
    assertThat(bounds.upper(.05, 1).orElseThrow()).isBetween(2.0, 4.0);
    assertThat(RatioBounds.NONE.lower(.05, 1).orElseThrow()).isZero();
    assertThat(RatioBounds.NONE.upper(.05, 1)).isEmpty();
  }

  private static double mean(RatioTest test, double[] candidate, double[] stable) {
    double mean = 0;
    for (int kc = 0; kc < candidate.length; kc++) {
      for (int ks = 0; ks < stable.length; ks++) {
        RatioEvidence evidence =
            test.add(RatioEvidence.NONE, kc, candidate.length - 1, ks, stable.length - 1);
        mean += candidate[kc] * stable[ks] * Math.exp(test.logE(evidence));
      }
    }
    return mean;
  }

  private static RatioEvidence fold(RatioTest test, List<long[]> windows) {
    RatioEvidence evidence = RatioEvidence.NONE;
    for (long[] w : windows) {
      evidence = test.add(evidence, w[0], w[1], w[2], w[3]);
    }
    return evidence;
  }
}
