package dev.regularizer.core.analysis;

import dev.regularizer.core.analysis.EventState.Pair;
import dev.regularizer.core.analysis.WindowCounts.Bins;
import dev.regularizer.core.analysis.WindowCounts.Cohorts;
import dev.regularizer.core.analysis.WindowCounts.Costs;
import dev.regularizer.core.analysis.WindowCounts.Events;
import dev.regularizer.core.counting.Reading;

/** Adds the counts of a window to what an SLI has gathered. */
record SliFold(SliPolicy policy, Risk risk) {

  /** Adds a window that can be used. */
  SliState counts(SliState before, SliWindow window, boolean awaiting) {
    if (policy.comparesCosts()) {
      return costs(before, window, awaiting);
    }
    if (policy.kind() instanceof SliKind.CohortError cohorts) {
      return cohorts(before, cohorts, window, awaiting);
    }
    return policy.comparesConfidences()
        ? labels(before, window, awaiting)
        : events(before, window, awaiting);
  }

  /** Costs in different units are as little comparable as samples that cannot be counted. */
  private SliState costs(SliState before, SliWindow window, boolean awaiting) {
    Costs ours = costs(window.candidate());
    Costs theirs = costs(window.stable());
    if (!ours.comparesWith(theirs)) {
      return before.invalid(awaiting);
    }
    SliState next = before.with(before.costs().plus(ours, theirs));
    return ours.trials() > 0 ? next.counted(awaiting) : next.empty(awaiting);
  }

  private static SliState cohorts(
      SliState before, SliKind.CohortError kind, SliWindow window, boolean awaiting) {
    Cohorts ours = cohorts(window.candidate());
    return ours.trials() > 0
        ? before.with(before.cohorts().plus(ours.counts(), kind)).counted(awaiting)
        : before.empty(awaiting);
  }

  private SliState events(SliState before, SliWindow window, boolean awaiting) {
    Events ours = events(window.candidate());
    Pair pair = new Pair(ours, events(window.stable()));
    SliState next =
        before.with(before.events().plus(pair, window.weight(), policy, risk.falseRollback()));
    return ours.trials() > 0 ? next.counted(awaiting) : next.empty(awaiting);
  }

  private SliState labels(SliState before, SliWindow window, boolean awaiting) {
    Bins ours = bins(window.candidate());
    SliState next =
        before.with(before.calibration().plus(ours.counts(), bins(window.stable()).counts()));
    return ours.trials() > 0 ? next.counted(awaiting) : next.empty(awaiting);
  }

  private static Events events(Reading<WindowCounts> reading) {
    return reading instanceof Reading.Counted<WindowCounts>(Events events) ? events : Events.NONE;
  }

  private static Bins bins(Reading<WindowCounts> reading) {
    return reading instanceof Reading.Counted<WindowCounts>(Bins bins) ? bins : Bins.NONE;
  }

  private static Cohorts cohorts(Reading<WindowCounts> reading) {
    return reading instanceof Reading.Counted<WindowCounts>(Cohorts cohorts)
        ? cohorts
        : Cohorts.NONE;
  }

  private static Costs costs(Reading<WindowCounts> reading) {
    return reading instanceof Reading.Counted<WindowCounts>(Costs costs) ? costs : Costs.NONE;
  }
}
