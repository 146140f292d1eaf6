package dev.regularizer.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.SliKind.CalibrationError;
import dev.regularizer.core.analysis.SliKind.ErrorRate;
import dev.regularizer.core.analysis.SliKind.Latency;
import dev.regularizer.core.analysis.SliKind.RejectionRate;
import dev.regularizer.core.analysis.WindowCounts.Bins;
import dev.regularizer.core.analysis.WindowCounts.Events;
import dev.regularizer.core.statistics.CalibrationCounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whole trials of four SLIs at 300 candidate requests a window, a fifth of them labelled. */
class RolloutSimulationTest {

  private static final int RUNS = 30;
  private static final int WINDOWS = 200;
  private static final List<SliPolicy> POLICIES =
      SliDefaults.resolve(
          List.of(
              Slis.declared("rejections", new RejectionRate(), .01),
              Slis.declared("latency", new Latency(.95, .25), .05),
              Slis.versusStable("errors", new ErrorRate()),
              Slis.declared("calibration", new CalibrationError(), .05)));

  /** True rates of a revision. */
  private record Model(double rejections, double slow, double errors, double overconfidence) {}

  private static final Model STABLE = new Model(.005, .03, .002, .02);

  /** How trials ended. */
  private record Tally(int rolledBack, int promoted, List<String> failing) {}

  @Test
  void aHealthyCandidateIsPromoted() {
    Tally tally = trials(new Model(.005, .03, .002, .02), 101);
    assertThat(tally.rolledBack()).isZero();
    assertThat(tally.promoted()).isGreaterThan(RUNS * 9 / 10);
  }

  @Test
  void oneExactlyAtItsObjectivesIsRarelyRolledBack() {
    Tally tally = trials(new Model(.01, .05, .0032, .05), 103);
    assertThat(tally.rolledBack()).isLessThanOrEqualTo(RUNS / 10);
  }

  @Test
  void oneThatRejectsTooMuchIsRolledBackForThat() {
    Tally tally = trials(new Model(.03, .03, .002, .02), 107);
    assertThat(tally.promoted()).isZero();
    assertThat(tally.failing()).hasSize(RUNS).containsOnly("rejections");
  }

  @Test
  void anOverconfidentOneIsRolledBackForThat() {
    Tally tally = trials(new Model(.005, .03, .002, .14), 109);
    assertThat(tally.promoted()).isZero();
    assertThat(tally.failing()).hasSize(RUNS).containsOnly("calibration");
  }

  @Test
  void oneAtItsLimitIsRarelyPromoted() {
    Tally tally = trials(new Model(.015, .03, .002, .02), 113);
    assertThat(tally.promoted()).isLessThanOrEqualTo(RUNS / 10);
  }

  private static Tally trials(Model candidate, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int promoted = 0;
    List<String> failing = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      RolloutVerdict verdict = trial(random, candidate);
      promoted += verdict.gatesMet() ? 1 : 0;
      verdict.failing().ifPresent(failing::add);
    }
    return new Tally(failing.size(), promoted, failing);
  }

  private static RolloutVerdict trial(SplittableRandom random, Model candidate) {
    List<SliState> states = new ArrayList<>(Collections.nCopies(POLICIES.size(), SliState.START));
    RolloutVerdict verdict = verdict(states);
    for (int j = 0; j < WINDOWS && !verdict.rollback() && !verdict.gatesMet(); j++) {
      List<WindowCounts> ours = window(random, candidate, 300);
      List<WindowCounts> theirs = window(random, STABLE, 1200);
      for (int i = 0; i < states.size(); i++) {
        SliAnalysis analysis = new SliAnalysis(POLICIES.get(i), Slis.RISK);
        SliWindow window = Slis.window(ours.get(i), theirs.get(i));
        states.set(i, analysis.fold(states.get(i), window));
      }
      verdict = verdict(states);
    }
    return verdict;
  }

  private static RolloutVerdict verdict(List<SliState> states) {
    List<SliResult> results = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      results.add(new SliAnalysis(POLICIES.get(i), Slis.RISK).result(states.get(i)));
    }
    return RolloutVerdict.of(POLICIES, results, Slis.RISK);
  }

  private static List<WindowCounts> window(SplittableRandom random, Model model, int requests) {
    return List.of(
        events(random, requests, model.rejections()),
        events(random, requests, model.slow()),
        events(random, requests, model.errors()),
        labels(random, requests / 5, model.overconfidence()));
  }

  private static Events events(SplittableRandom random, int trials, double p) {
    long bad = random.doubles(trials).filter(x -> x < p).count();
    return new Events(bad, bad, trials);
  }

  private static Bins labels(SplittableRandom random, int trials, double overconfidence) {
    long[] n = new long[CalibrationCounts.BINS];
    double[] c = new double[CalibrationCounts.BINS];
    long[] k = new long[CalibrationCounts.BINS];
    for (int i = 0; i < trials; i++) {
      double confidence = random.nextDouble(.6, 1);
      int bin = (int) (confidence * CalibrationCounts.BINS);
      n[bin]++;
      c[bin] += confidence;
      k[bin] += random.nextDouble() < confidence - overconfidence ? 1 : 0;
    }
    List<Long> labeled = new ArrayList<>();
    List<Double> sums = new ArrayList<>();
    List<Long> correct = new ArrayList<>();
    for (int b = 0; b < CalibrationCounts.BINS; b++) {
      labeled.add(n[b]);
      sums.add(c[b]);
      correct.add(k[b]);
    }
    return new Bins(new CalibrationCounts(labeled, sums, correct));
  }
}
