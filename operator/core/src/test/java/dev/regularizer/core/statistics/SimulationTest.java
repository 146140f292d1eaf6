package dev.regularizer.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Error rates and speed over whole rollouts, simulated with fixed seeds. */
class SimulationTest {

  private static final int RUNS = 2_000;
  private static final int LOOKS = 200;
  private static final double ALPHA = .05;
  private static final double THRESHOLD = -Math.log(ALPHA);
  private static final double ALLOWED = ALPHA + 3 * Math.sqrt(ALPHA * (1 - ALPHA) / RUNS);

  /** Event probability over the looks whose running mean never exceeds 1 %. */
  enum Rate implements IntToDoubleFunction {
    CONSTANT {
      @Override
      public double applyAsDouble(int look) {
        return .01;
      }
    },
    DRIFTING {
      @Override
      public double applyAsDouble(int look) {
        return .01 * (1 - .8 * Math.sin(look / 10.0));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Rate.class)
  void withinTheObjectiveFalseAlarmsAreRare(Rate rate) {
    SplittableRandom random = new SplittableRandom(41);
    int alarms = 0;
    for (int run = 0; run < RUNS; run++) {
      long k = 0;
      for (int look = 0; look < LOOKS; look++) {
        k += Draw.binomial(random, 300, rate.applyAsDouble(look));
        if (ObjectiveTest.logHarm(k, 300L * (look + 1), .01, 1) >= THRESHOLD) {
          alarms++;
          break;
        }
      }
    }
    assertThat(alarms / (double) RUNS).isLessThanOrEqualTo(ALLOWED);
  }

  @Test
  void atTheLimitFalsePassesAreRare() {
    SplittableRandom random = new SplittableRandom(43);
    int passes = 0;
    for (int run = 0; run < RUNS; run++) {
      long k = 0;
      for (int look = 0; look < LOOKS; look++) {
        k += Draw.binomial(random, 300, .015);
        if (ObjectiveTest.logSafe(k, 300L * (look + 1), .015, 1) >= THRESHOLD) {
          passes++;
          break;
        }
      }
    }
    assertThat(passes / (double) RUNS).isLessThanOrEqualTo(ALLOWED);
  }

  /** Identical revisions, a ramp, and a base rate that rises with it: pooling would be fooled. */
  @Test
  void aRampUnderARisingBaseRateFoolsNobody() {
    SplittableRandom random = new SplittableRandom(47);
    RatioTest test = new RatioTest(1, 0, Direction.HARM);
    double[] shares = {.05, .1, .25, .5};
    int alarms = 0;
    int pooledAlarms = 0;
    for (int run = 0; run < RUNS; run++) {
      RatioEvidence evidence = RatioEvidence.NONE;
      long[] pooled = new long[4];
      boolean alarm = false;
      for (int look = 0; look < 80; look++) {
        long nc = Math.round(3000 * shares[look / 20]);
        long ns = 3000 - nc;
        double p = .004 * (1 + 3 * look / 80.0);
        long kc = Draw.binomial(random, nc, p);
        long ks = Draw.binomial(random, ns, p);
        evidence = test.add(evidence, kc, nc, ks, ns);
        pooled[0] += kc;
        pooled[1] += nc;
        pooled[2] += ks;
        pooled[3] += ns;
        alarm |= test.logE(evidence) >= THRESHOLD;
      }
      RatioEvidence once = test.add(RatioEvidence.NONE, pooled[0], pooled[1], pooled[2], pooled[3]);
      alarms += alarm ? 1 : 0;
      pooledAlarms += test.logE(once) >= THRESHOLD ? 1 : 0;
    }
    assertThat(alarms / (double) RUNS).isLessThanOrEqualTo(ALLOWED);
    assertThat(pooledAlarms / (double) RUNS).isGreaterThan(.9);
  }

  @Test
  void twiceTheObjectiveIsFoundInAFewWindows() {
    SplittableRandom random = new SplittableRandom(53);
    double requests = 0;
    for (int run = 0; run < RUNS; run++) {
      long k = 0;
      long n = 0;
      while (n == 0 || ObjectiveTest.logHarm(k, n, .01, 1) < THRESHOLD) {
        k += Draw.binomial(random, 300, .02);
        n += 300;
      }
      requests += n;
    }
    assertThat(requests / RUNS).isBetween(1150.0, 1550.0);
  }

  /** Miscalibration of a model whose ECE is exactly the objective. */
  enum Pattern {
    UNIFORM,
    MIXED
  }

  @ParameterizedTest
  @EnumSource(Pattern.class)
  void atTheCalibrationObjectiveFalseAlarmsAreRare(Pattern pattern) {
    SplittableRandom random = new SplittableRandom(59);
    int runs = 200;
    int alarms = 0;
    for (int run = 0; run < runs; run++) {
      LabelSource labels = new LabelSource(random, pattern == Pattern.UNIFORM, .05);
      CalibrationCounts counts = CalibrationCounts.NONE.mergedPairs();
      for (int look = 0; look < 60; look++) {
        counts = counts.plus(labels.next(100));
        if (CalibrationTest.logHarm(counts, .05) >= THRESHOLD) {
          alarms++;
          break;
        }
      }
    }
    assertThat(alarms / (double) runs)
        .isLessThanOrEqualTo(ALPHA + 3 * Math.sqrt(ALPHA * (1 - ALPHA) / runs));
  }

  @Test
  void twiceTheCalibrationObjectiveIsFoundWithAboutAThousandLabels() {
    SplittableRandom random = new SplittableRandom(61);
    int runs = 200;
    double labels = 0;
    for (int run = 0; run < runs; run++) {
      LabelSource source = new LabelSource(random, true, .1);
      CalibrationCounts counts = CalibrationCounts.NONE.mergedPairs();
      while (CalibrationTest.logHarm(counts, .05) < THRESHOLD) {
        counts = counts.plus(source.next(100));
      }
      labels += counts.total();
    }
    assertThat(labels / runs).isBetween(500.0, 1_000.0);
  }

  /** A healthy bake must not return, a bad one must soon. */
  @Test
  void detectorOverABake() {
    SplittableRandom random = new SplittableRandom(67);
    double threshold = EDetector.logThreshold(LOOKS, 1, ALPHA);
    int runs = 500;
    int alarms = 0;
    double windows = 0;
    for (int run = 0; run < runs; run++) {
      EDetector healthy = EDetector.NONE;
      boolean alarm = false;
      for (int look = 0; look < LOOKS; look++) {
        healthy = healthy.plus(Draw.binomial(random, 300, .01), 300, .01, 1);
        alarm |= healthy.logMean() >= threshold;
      }
      alarms += alarm ? 1 : 0;
      EDetector broken = healthy;
      for (int look = 0; broken.logMean() < threshold && look < LOOKS; look++) {
        broken = broken.plus(Draw.binomial(random, 300, .03), 300, .01, 1);
        windows++;
      }
    }
    assertThat(alarms / (double) runs)
        .isLessThanOrEqualTo(ALPHA + 3 * Math.sqrt(ALPHA * (1 - ALPHA) / runs));
    assertThat(windows / runs).isLessThan(6);
  }
}
