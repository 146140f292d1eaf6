package dev.regularizer.core.lint;

import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.lint.Timeline.Segment;
import dev.regularizer.core.spec.Step;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The weights a plan still leads to. */
public final class PlannedWeights {

  private static final int ALL = 100;

  private PlannedWeights() {}

  /**
   * The steps a candidate can reach while some SLIs have not met their gates: those above the
   * smallest `holdAbove` are not begun. The first one always is.
   *
   * @param steps to come, weights rising
   * @param waiting SLIs whose gate is not met
   */
  public static List<Step> reachable(List<Step> steps, List<SliPolicy> waiting) {
    int highest = waiting.stream().flatMap(sli -> sli.holdAbove().stream()).reduce(ALL, Math::min);
    return Stream.concat(
            steps.stream().limit(1),
            steps.stream().skip(1).filter(step -> step.weight() <= highest))
        .toList();
  }

  /** Steps as times with a weight. */
  public static List<Segment> segments(List<Step> steps) {
    return steps.stream().map(step -> segment(step.weight(), step.duration())).toList();
  }

  /** A weight in percent for some time. */
  public static Segment segment(int weight, Duration duration) {
    return new Segment((double) weight / ALL, seconds(duration));
  }

  /** A duration in seconds. */
  public static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }
}
