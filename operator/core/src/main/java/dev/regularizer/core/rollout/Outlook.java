package dev.regularizer.core.rollout;

import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.lint.PlannedWeights;
import dev.regularizer.core.lint.Prospect;
import dev.regularizer.core.lint.Timeline;
import dev.regularizer.core.present.Explanation;
import dev.regularizer.core.present.SliView;
import dev.regularizer.core.spec.Step;
import dev.regularizer.core.state.Attempt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a trial can still be expected to find out: samples so far per unit of traffic, projected
 * with the weights of the steps to come. Futile is a trial in which some Pass gate cannot be
 * expected to be met before the deadline.
 */
final class Outlook {
  private final Attempt attempt;
  private final List<SliResult> results;
  private final Prospect prospect;

  Outlook(Situation situation, Attempt attempt) {
    this(attempt, situation.spec().rollout().steps(), situation.spec().rollout().deadline());
  }

  /**
   * What to expect of an attempt.
   *
   * @param plan steps; those above the weight of the running one are still to come
   * @param deadline in observed time
   */
  Outlook(Attempt attempt, List<Step> plan, Duration deadline) {
    this.attempt = attempt;
    this.results = attempt.results();
    var counted = attempt.steps().stream().mapToLong(step -> step.countedWindows()).sum();
    this.prospect =
        new Prospect(
            past(attempt).then(future(attempt, plan, waiting())),
            PlannedWeights.seconds(attempt.policy().window().multipliedBy(counted)),
            PlannedWeights.seconds(deadline));
  }

  /** The SLIs for people, with the observed time that the samples they still need will take. */
  List<SliView> views() {
    return IntStream.range(0, results.size())
        .mapToObj(i -> view(policy(i), results.get(i)))
        .toList();
  }

  private SliView view(SliPolicy policy, SliResult result) {
    var missing = Explanation.missing(policy, result);
    return new SliView(
        result.within(prospect.seconds(policy, result, result.projected())),
        Explanation.of(policy, result, prospect.seconds(policy, result, missing)));
  }

  /** SLIs that cannot be expected to be proven before the deadline, in the order of the policy. */
  List<String> hopeless() {
    return IntStream.range(0, results.size())
        .filter(i -> !attempt.measurements().slis().get(i).awaitingLabels())
        .filter(i -> prospect.hopeless(policy(i), results.get(i)))
        .mapToObj(i -> results.get(i).name())
        .toList();
  }

  private SliPolicy policy(int index) {
    return attempt.policy().slis().get(index);
  }

  private List<SliPolicy> waiting() {
    return IntStream.range(0, results.size())
        .filter(i -> !results.get(i).gateMet())
        .mapToObj(this::policy)
        .toList();
  }

  private static Timeline past(Attempt attempt) {
    var window = attempt.policy().window();
    return new Timeline(
        attempt.steps().stream()
            .map(step ->
                PlannedWeights.segment(step.weight(), window.multipliedBy(step.countedWindows())))
            .toList());
  }

  /** The rest of the running step and what comes after it. */
  private static List<Timeline.Segment> future(
      Attempt attempt, List<Step> plan, List<SliPolicy> waiting) {
    var step = attempt.step().orElseThrow();
    var spent = attempt.policy().window().multipliedBy(step.countedWindows());
    var left = step.duration().minus(spent);
    var steps = new ArrayList<Step>();
    steps.add(new Step(step.weight(), left.isNegative() ? Duration.ZERO : left));
    plan.stream().filter(planned -> planned.weight() > step.weight()).forEach(steps::add);
    return PlannedWeights.segments(PlannedWeights.reachable(steps, waiting));
  }
}
