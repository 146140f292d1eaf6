package dev.regularizer.core.backtest;

import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.RolloutVerdict;
import dev.regularizer.core.analysis.SliAnalysis;
import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.analysis.SliState;
import dev.regularizer.core.analysis.SliWindow;
import dev.regularizer.core.counting.Reading;
import dev.regularizer.core.spec.Step;
import dev.regularizer.core.spec.TrialPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** One trial as it would have gone on past traffic. */
final class PastTrial {
  private final TrialPolicy policy;
  private final List<Step> steps;
  private final Duration deadline;
  private final History history;
  private final Thinning thinning;

  PastTrial(
      TrialPolicy policy, List<Step> steps, Duration deadline, History history, Thinning thinning) {
    this.policy = policy;
    this.steps = List.copyOf(steps);
    this.deadline = deadline;
    this.history = history;
    this.thinning = thinning;
  }

  /** How a trial ended. */
  enum End {
    PROMOTED,
    ROLLED_BACK,
    INCONCLUSIVE
  }

  /**
   * One trial.
   *
   * @param windows it took
   * @param samples of the candidate per SLI
   * @param passedAfter per SLI the windows until its gate was met; 0 when it never was
   * @param failing SLI that was named for a rollback
   */
  record Course(
      End end,
      int windows,
      List<Long> samples,
      List<Integer> passedAfter,
      Optional<String> failing) {}

  /**
   * Runs a trial.
   *
   * @param offset window of the history it begins with
   * @param harmed index of the SLI that is made worse; -1 for a healthy candidate
   * @param harm share of good events that go bad
   */
  Course run(int offset, int harmed, double harm) {
    var slis = new ArrayList<>(Collections.nCopies(policy.slis().size(), SliState.START));
    var passed = new Integer[slis.size()];
    Arrays.fill(passed, 0);
    int step = 0;
    int spent = 0;
    long most = Math.max(1, deadline.dividedBy(policy.window()));
    for (int i = 1; ; i++) {
      var counts = history.windows().get((offset + i - 1) % history.windows().size());
      int weight = steps.get(step).weight();
      for (int sli = 0; sli < slis.size(); sli++) {
        var split = thinning.split(counts.get(sli), weight / 100.0, sli == harmed ? harm : 0);
        var window =
            new SliWindow(
                weight,
                policy.window().multipliedBy(i),
                true,
                new Reading.Counted<>(split.candidate()),
                new Reading.Counted<>(split.stable()));
        slis.set(sli, analysis(sli).fold(slis.get(sli), window));
      }
      var results = results(slis);
      for (int sli = 0; sli < passed.length; sli++) {
        passed[sli] = passed[sli] == 0 && results.get(sli).gateMet() ? i : passed[sli];
      }
      var verdict = RolloutVerdict.of(policy.slis(), results, policy.risk());
      spent++;
      boolean over = policy.window().multipliedBy(spent).compareTo(steps.get(step).duration()) >= 0;
      boolean last = step == steps.size() - 1;
      if (verdict.rollback()) {
        return course(End.ROLLED_BACK, i, results, passed, verdict.failing());
      }
      if (last && over && verdict.gatesMet()) {
        return course(End.PROMOTED, i, results, passed, Optional.empty());
      }
      if (i >= most) {
        return course(End.INCONCLUSIVE, i, results, passed, Optional.empty());
      }
      if (over && !last && mayRise(steps.get(step + 1).weight(), results)) {
        step++;
        spent = 0;
      }
    }
  }

  /** Whether no SLI keeps the weight below the next one until its gate is met. */
  private boolean mayRise(int weight, List<SliResult> results) {
    for (int i = 0; i < results.size(); i++) {
      var most = policy.slis().get(i).holdAbove();
      if (most.isPresent() && weight > most.get() && !results.get(i).gateMet()) {
        return false;
      }
    }
    return true;
  }

  private static Course course(
      End end, int windows, List<SliResult> results, Integer[] passed, Optional<String> failing) {
    return new Course(
        end, windows, results.stream().map(SliResult::samples).toList(), List.of(passed), failing);
  }

  private List<SliResult> results(List<SliState> slis) {
    var all = new ArrayList<SliResult>();
    for (int i = 0; i < slis.size(); i++) {
      all.add(analysis(i).decisive(slis.get(i)));
    }
    return all;
  }

  private SliAnalysis analysis(int sli) {
    return new SliAnalysis(policy.slis().get(sli), policy.risk());
  }

  /** Whether an SLI can roll back for bad events. */
  static boolean judges(TrialPolicy policy, int sli) {
    return policy.slis().get(sli).gate() != Gate.Advisory && !policy.slis().get(sli).isQuery();
  }
}
