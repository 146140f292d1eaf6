package dev.regularizer.controller.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.Risk;
import dev.regularizer.core.analysis.SliAnalysis;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.SliState;
import dev.regularizer.core.analysis.SliWindow;
import dev.regularizer.core.analysis.WindowCounts;
import dev.regularizer.core.counting.CohortCounts;
import dev.regularizer.core.counting.CohortCounts.Cohort;
import dev.regularizer.core.counting.CohortSeries;
import dev.regularizer.core.counting.Reading;
import dev.regularizer.core.history.SliTraffic;
import dev.regularizer.core.history.StableTraffic;
import dev.regularizer.core.spec.TrialPolicy;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.AttemptKind;
import dev.regularizer.core.state.LookLog;
import dev.regularizer.core.state.LookRun;
import dev.regularizer.core.state.Measurements;
import dev.regularizer.core.state.PodStart;
import dev.regularizer.core.state.RevisionState;
import dev.regularizer.core.state.Role;
import dev.regularizer.core.state.StepRecord;
import dev.regularizer.core.statistics.CalibrationCounts;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What an attempt remembers is small, however many SLIs, steps and windows it has: a revision keeps
 * three attempts in an object.
 */
class AttemptSizeTest {
  private static final int LARGEST = 32 << 10;
  private static final int SLIS = 20;
  private static final int WINDOWS = 2_000;
  private static final int[] WEIGHTS = {1, 2, 5, 10, 15, 20, 25, 30, 40, 50};
  private static final int LOOKS = 30;
  private static final int PODS = 20;
  private static final int COHORTS = 20;
  private static final DeclaredSli.Ratio USUAL =
      new DeclaredSli.Ratio(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  private static final Risk RISK = new Risk(.05, .05);
  private static final Instant AT = Instant.parse("2026-05-01T12:00:00.123Z");

  @Test
  void twentySlisAfterAllTheirWindows() {
    var random = new SplittableRandom(41);
    var policies = SliDefaults.resolve(declared());
    var states = new ArrayList<SliState>();
    policies.forEach(policy -> states.add(after(policy, random)));
    var attempt =
        new Attempt(
            1,
            AttemptKind.TRIAL,
            new TrialPolicy(
                policies, .05, .05, Duration.ofSeconds(30), Duration.ofSeconds(60), "default"),
            "ic-5c4b77aa10",
            3,
            0,
            AT,
            steps(),
            new Measurements(
                AT,
                WINDOWS,
                Collections.nCopies(20, false),
                0,
                0,
                null,
                AT,
                1L << 40,
                1L << 40,
                states,
                0),
            null,
            null,
            looks(),
            new StableTraffic(
                240, Collections.nCopies(SLIS, new SliTraffic(123.456, OptionalLong.of(45_600)))));
    var state = new RevisionState(Role.CANDIDATE, List.of(attempt), List.of());
    var written = RevisionStatusWriter.write(state);
    assertThat(new KubernetesSerialization().asJson(written).length())
        .isBetween(LARGEST / 2, LARGEST);
    assertThat(RevisionStatusReader.read(written).attempt().orElseThrow().measurements().slis())
        .isEqualTo(states);
  }

  /** Looks of a cluster where Prometheus was late now and then, and pods came and went. */
  private static LookLog looks() {
    var runs = new ArrayList<LookRun>();
    for (int i = 0; i < LOOKS; i++) {
      runs.add(
          new LookRun(
              AT.plusSeconds(600L * i),
              20,
              1 + i % 2,
              1 + i / 3,
              Duration.ofSeconds(15),
              Optional.empty(),
              false,
              true,
              0,
              true));
    }
    var pods = new ArrayList<PodStart>();
    for (int i = 0; i < PODS; i++) {
      var pod = "image-classifier-7d9f8bxk2c-5d9c7b4f6-x2x" + (10 + i);
      pods.add(new PodStart(pod, AT.plusSeconds(700L * i), i % 2 == 0, AT.plusSeconds(710L * i)));
    }
    return new LookLog(runs, pods);
  }

  private static List<StepRecord> steps() {
    var steps = new ArrayList<StepRecord>();
    for (int i = 0; i < WEIGHTS.length; i++) {
      steps.add(
          StepRecord.intended(i + 1, WEIGHTS[i], Duration.ofMinutes(30), AT)
              .effective(AT)
              .counted(WINDOWS / WEIGHTS.length, WINDOWS / WEIGHTS.length));
    }
    return steps;
  }

  /** The SLIs of a large model: events of all kinds, calibration, cost and cohorts once. */
  private static List<DeclaredSli> declared() {
    var all = new ArrayList<DeclaredSli>();
    for (int i = 0; i < SLIS - 3; i++) {
      var kind =
          switch (i % 3) {
            case 0 -> new SliKind.RejectionRate();
            case 1 -> new SliKind.ErrorRate();
            default -> new SliKind.Latency(.95, .25);
          };
      all.add(sli("a-name-as-people-give-it-" + i, kind, i % 2 == 0));
    }
    all.add(sli("calibration", new SliKind.CalibrationError(), true));
    all.add(sli("cost", new SliKind.CostPerPrediction(), false));
    all.add(
        sli(
            "fairness",
            new SliKind.CohortError(CohortSeries.CONTRACT, COHORTS, SliDefaults.versusAll(USUAL)),
            Optional.empty(),
            Optional.empty()));
    return all;
  }

  private static DeclaredSli sli(String name, SliKind kind, boolean absolute) {
    return absolute
        ? sli(name, kind, Optional.of(.05), Optional.empty())
        : sli(name, kind, Optional.empty(), Optional.of(USUAL));
  }

  private static DeclaredSli sli(
      String name,
      SliKind kind,
      Optional<Double> objective,
      Optional<DeclaredSli.Ratio> versusStable) {
    return new DeclaredSli(
        name,
        kind,
        Optional.empty(),
        objective,
        Optional.empty(),
        versusStable,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static SliState after(SliPolicy policy, SplittableRandom random) {
    var analysis = new SliAnalysis(policy, RISK);
    var state = SliState.START;
    for (int i = 0; i < WINDOWS; i++) {
      var weight = WEIGHTS[i * WEIGHTS.length / WINDOWS];
      var window =
          new SliWindow(
              weight, Duration.ofHours(1), true, counted(policy, random), counted(policy, random));
      state = analysis.fold(state, window);
    }
    return state;
  }

  private static Reading<WindowCounts> counted(SliPolicy policy, SplittableRandom random) {
    if (policy.kind() instanceof SliKind.CalibrationError) {
      return new Reading.Counted<>(new WindowCounts.Bins(bins(random)));
    }
    if (policy.kind() instanceof SliKind.CostPerPrediction) {
      return new Reading.Counted<>(
          new WindowCounts.Costs(random.nextDouble(1, 2), "token", random.nextLong(1, 100_000)));
    }
    if (policy.kind() instanceof SliKind.CohortError) {
      return new Reading.Counted<>(new WindowCounts.Cohorts(cohorts(random)));
    }
    long trials = random.nextLong(100_000, 1_000_000);
    long surely = random.nextLong(0, trials / 20);
    return new Reading.Counted<>(new WindowCounts.Events(surely, surely + 1, trials));
  }

  /** As many as may be, and one more that finds no place. */
  private static CohortCounts cohorts(SplittableRandom random) {
    var cohorts = new TreeMap<String, Cohort>();
    for (int i = 0; i <= COHORTS; i++) {
      long labeled = random.nextLong(1_000, 10_000);
      cohorts.put(
          "a-cohort-as-people-name-it-" + (10 + i),
          new Cohort(labeled, random.nextLong(0, labeled / 10)));
    }
    return new CohortCounts(cohorts);
  }

  private static CalibrationCounts bins(SplittableRandom random) {
    var trials = new ArrayList<Long>();
    var confidence = new ArrayList<Double>();
    var correct = new ArrayList<Long>();
    for (int bin = 0; bin < CalibrationCounts.BINS; bin++) {
      long n = random.nextLong(1_000, 100_000);
      trials.add(n);
      confidence.add(n * (bin + random.nextDouble()) / CalibrationCounts.BINS);
      correct.add(random.nextLong(0, n));
    }
    return new CalibrationCounts(trials, confidence, correct);
  }
}
