package dev.regularizer.core.lint;

import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.history.SliTraffic;
import dev.regularizer.core.history.StableTraffic;
import dev.regularizer.core.spec.RolloutSpec;
import dev.regularizer.core.spec.TrialPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Whether a policy can succeed at all: for each SLI, what a candidate just like stable needs for
 * its gate against what the candidate can be expected to get until the deadline, by the planned
 * weights and stable's traffic. A rule of thumb, good to about 30 %: it informs and blocks nothing.
 */
public final class PolicyLint {

  /** Windows of history below which the traffic is not known well enough to say anything. */
  public static final int FEWEST_WINDOWS = 10;

  private PolicyLint() {}

  /** SLIs that cannot be expected to meet their gate, in the order of the policy. */
  public static List<Finding> findings(
      TrialPolicy policy, RolloutSpec plan, StableTraffic traffic) {
    return traffic.windows() < FEWEST_WINDOWS
        ? List.of()
        : requirements(policy, plan, traffic).stream()
            .filter(one -> !one.withinReach())
            .map(Requirement::finding)
            .toList();
  }

  /**
   * All SLIs, in the order of the policy.
   *
   * @param traffic of at least {@link #FEWEST_WINDOWS} windows
   */
  public static List<Requirement> requirements(
      TrialPolicy policy, RolloutSpec plan, StableTraffic traffic) {
    List<Requirement> all = new ArrayList<>();
    for (int i = 0; i < policy.slis().size(); i++) {
      SliPolicy sli = policy.slis().get(i);
      SliTraffic seen = traffic.slis().get(i);
      all.add(
          sli.isQuery()
              ? query(policy, sli, plan, traffic, seen)
              : counted(sli, plan, needed(sli, seen), expected(sli, plan, seen)));
    }
    return all;
  }

  private static String unit(SliPolicy sli) {
    if (sli.countsLabels()) {
      return "labels";
    }
    return sli.kind() instanceof SliKind.EventRate ? "events" : "requests";
  }

  /** An expression that says nothing of stable, or that stable itself does not keep. */
  private static Requirement query(
      TrialPolicy policy,
      SliPolicy sli,
      RolloutSpec plan,
      StableTraffic traffic,
      SliTraffic numbers) {
    long windows =
        Math.round(
            numbers.samplesPerSecond()
                * traffic.windows()
                * PlannedWeights.seconds(policy.window()));
    return new Requirement(
        sli.name(),
        sli.gate(),
        Finding.WINDOWS,
        numbers.needed(),
        windows,
        plan.deadline(),
        sli.gate() == Gate.Advisory || (windows > 0 && numbers.needed().isPresent()));
  }

  private static Requirement counted(
      SliPolicy sli, RolloutSpec plan, OptionalLong needed, long expected) {
    return new Requirement(
        sli.name(),
        sli.gate(),
        unit(sli),
        needed,
        expected,
        plan.deadline(),
        needed.isPresent() && needed.getAsLong() <= expected);
  }

  private static OptionalLong needed(SliPolicy sli, SliTraffic traffic) {
    return switch (sli.gate()) {
      case Advisory -> OptionalLong.of(0);
      case NoFail -> OptionalLong.of(sli.minimum());
      case Pass ->
          traffic.needed().isEmpty()
              ? OptionalLong.empty()
              : OptionalLong.of(Math.max(sli.minimum(), traffic.needed().getAsLong()));
    };
  }

  /** Labels of the last requests come after the deadline. */
  private static long expected(SliPolicy sli, RolloutSpec plan, SliTraffic traffic) {
    var steps =
        PlannedWeights.reachable(
            plan.steps(), sli.gate() == Gate.Advisory ? List.of() : List.of(sli));
    var timeline = new Timeline(PlannedWeights.segments(steps));
    double time = PlannedWeights.seconds(plan.deadline().minus(sli.labelDelay()));
    return (long) Math.floor(traffic.samplesPerSecond() * timeline.exposure(0, time));
  }
}
