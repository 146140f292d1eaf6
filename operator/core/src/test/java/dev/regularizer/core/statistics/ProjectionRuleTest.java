package dev.regularizer.core.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProjectionRuleTest {

  private static final double BETA = .05;

  /** (ln 20 + 1.6)/KL(.008, .015) = 2,202 samples; simulated mean 1,890. */
  @Test
  void ruleOfThumbOfTheReference() {
    double kl = .008 * StrictMath.log(.008 / .015) + .992 * StrictMath.log(.992 / .985);
    long rule = (long) Math.ceil((StrictMath.log(20) + 1.6) / kl);
    assertEquals(OptionalLong.of(rule), ProjectedSamples.toPass(.008, .015, 1, 0, BETA, 1));
    assertTrue(rule > 1890 * .7 && rule < 1890 * 1.3, rule + " samples");
  }

  @Test
  void evidenceShareAndOverdispersionScaleIt() {
    double all = samples(.008, .015, 1, 0, 1);
    assertEquals(2 * all, samples(.008, .015, .5, 0, 1), 2);
    assertEquals(3 * all, samples(.008, .015, 1, 0, 3), 3);
    assertEquals(
        all * (1.6 + StrictMath.log(20) - 2) / (1.6 + StrictMath.log(20)),
        samples(.008, .015, 1, 2, 1),
        2);
    assertEquals(all, samples(.008, .015, 1, -5, 1), 0);
    assertEquals(0, samples(.008, .015, 1, 10, 1), 0);
  }

  @Test
  void nothingPassesAtOrOverItsLimit() {
    assertEquals(OptionalLong.empty(), ProjectedSamples.toPass(.015, .015, 1, 0, BETA, 1));
    assertEquals(OptionalLong.empty(), ProjectedSamples.toPass(.02, .015, 1, 0, BETA, 1));
    assertEquals(OptionalLong.empty(), ProjectedSamples.toPass(.01, .015, 0, 0, BETA, 1));
    assertEquals(OptionalLong.empty(), ProjectedSamples.toPass(.015 - 1e-12, .015, 1, 0, BETA, 1));
  }

  @Test
  void aRateOfZeroAndALimitOfOneAreNumbersToo() {
    long none = (long) Math.ceil((StrictMath.log(20) + 1.6) / -StrictMath.log1p(-.015));
    assertEquals(OptionalLong.of(none), ProjectedSamples.toPass(0, .015, 1, 0, BETA, 1));
    assertEquals(OptionalLong.of(0), ProjectedSamples.toPass(.5, 1, 1, 0, BETA, 1));
    assertEquals(.5 / 11, ProjectedSamples.rate(0, 10), 0);
  }

  @Test
  void perfectCalibrationNeedsFewestLabels() {
    CalibrationCounts seen = counts(200, 170.0, 160);
    long asItLooks = ProjectedSamples.toPass(seen, .07, BETA).orElseThrow();
    long atBest = ProjectedSamples.toPassAtBest(seen, .07, BETA).orElseThrow();
    assertTrue(atBest > 0 && atBest < asItLooks, atBest + " and " + asItLooks);
    assertEquals(ProjectedSamples.toPass(counts(200, 170.0, 170), .07, BETA).orElseThrow(), atBest);
    assertEquals(OptionalLong.of(0), ProjectedSamples.toPass(counts(300, 255.0, 255), .07, BETA));
    assertEquals(OptionalLong.empty(), ProjectedSamples.toPassAtBest(counts(0, 0, 0), .07, BETA));
  }

  private static CalibrationCounts counts(long n, double confidence, long correct) {
    return new CalibrationCounts(bins(n), bins(confidence), bins(correct));
  }

  private static <T extends Number> List<T> bins(T inBinEight) {
    @SuppressWarnings("unchecked")
    T zero = (T) (inBinEight instanceof Long ? (Number) 0L : (Number) 0.0);
    var all = new java.util.ArrayList<>(Collections.nCopies(10, zero));
    all.set(8, inBinEight);
    return all;
  }

  private static double samples(
      double rate, double limit, double share, double logSafe, double phi) {
    return ProjectedSamples.toPass(rate, limit, share, logSafe, BETA, phi).orElseThrow();
  }
}
