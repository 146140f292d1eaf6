package dev.regularizer.core.backtest;

import dev.regularizer.core.backtest.PastTrial.Course;
import dev.regularizer.core.backtest.PastTrial.End;
import dev.regularizer.core.spec.Step;
import dev.regularizer.core.spec.TrialPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/**
 * Many trials of a policy on the past traffic of a stable revision: its real counts, window by
 * window, split between two revisions as a route would. No rate is fitted, so bursts, nights and
 * incidents are in it. Trials that are longer than the history begin it anew.
 */
public final class Backtest {
  private Backtest() {}

  /**
   * How trials of one kind ended.
   *
   * @param sli the SLI that was made worse; empty text for healthy candidates
   * @param harm share of its good events that went bad besides
   * @param medianWindows median windows until a rollback; empty when there was none
   * @param medianSamples median samples of that SLI until then
   */
  public record Ends(
      String sli,
      double harm,
      int runs,
      int rolledBack,
      int promoted,
      int inconclusive,
      OptionalLong medianWindows,
      OptionalLong medianSamples) {}

  /**
   * Whether an SLI meets its gate when nothing is wrong.
   *
   * @param met trials in which it did, before they ended
   * @param medianWindows median windows until then; empty when it never did
   */
  public record Gates(String sli, int runs, int met, OptionalLong medianWindows) {}

  /**
   * What came of it.
   *
   * @param windows of history
   * @param skipped windows that could not be counted
   */
  public record Report(
      int windows, int skipped, Ends healthy, List<Gates> gates, List<Ends> harmful) {}

  /**
   * Runs trials.
   *
   * @param runs trials of each kind, at least 1
   * @param harm share of good events that go bad in a harmful candidate, in (0, 1]
   * @param uniform random numbers in [0, 1)
   */
  public static Report run(
      TrialPolicy policy,
      List<Step> steps,
      Duration deadline,
      History history,
      int runs,
      double harm,
      DoubleSupplier uniform) {
    var trial = new PastTrial(policy, steps, deadline, history, new Thinning(uniform));
    var healthy = courses(trial, history, runs, -1, 0, uniform);
    var harmful = new ArrayList<Ends>();
    for (int sli = 0; sli < policy.slis().size(); sli++) {
      if (PastTrial.judges(policy, sli)) {
        var courses = courses(trial, history, runs, sli, harm, uniform);
        harmful.add(ends(policy.slis().get(sli).name(), sli, harm, courses));
      }
    }
    return new Report(
        history.windows().size(),
        history.skipped(),
        ends("", 0, 0, healthy),
        IntStream.range(0, policy.slis().size())
            .mapToObj(sli -> gates(policy.slis().get(sli).name(), sli, healthy))
            .toList(),
        List.copyOf(harmful));
  }

  private static List<Course> courses(
      PastTrial trial, History history, int runs, int sli, double harm, DoubleSupplier uniform) {
    var all = new ArrayList<Course>();
    for (int i = 0; i < runs; i++) {
      int offset = (int) (uniform.getAsDouble() * history.windows().size());
      all.add(trial.run(offset, sli, harm));
    }
    return all;
  }

  private static Ends ends(String name, int sli, double harm, List<Course> courses) {
    var back = courses.stream().filter(one -> one.end() == End.ROLLED_BACK).toList();
    return new Ends(
        name,
        harm,
        courses.size(),
        back.size(),
        count(courses, End.PROMOTED),
        count(courses, End.INCONCLUSIVE),
        median(back.stream().map(one -> (long) one.windows()).toList()),
        median(back.stream().map(one -> one.samples().get(sli)).toList()));
  }

  private static Gates gates(String name, int sli, List<Course> courses) {
    var met =
        courses.stream()
            .map(one -> (long) one.passedAfter().get(sli))
            .filter(windows -> windows > 0)
            .toList();
    return new Gates(name, courses.size(), met.size(), median(met));
  }

  private static int count(List<Course> courses, End end) {
    return (int) courses.stream().filter(one -> one.end() == end).count();
  }

  private static OptionalLong median(List<Long> values) {
    return values.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(values.stream().sorted().toList().get((values.size() - 1) / 2));
  }
}
