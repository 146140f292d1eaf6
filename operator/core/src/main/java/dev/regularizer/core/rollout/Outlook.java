package dev.regularizer.core.rollout;

import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.analysis.Verdict;
import dev.regularizer.core.lint.PlannedWeights;
import dev.regularizer.core.lint.Timeline;
import dev.regularizer.core.spec.Step;
import dev.regularizer.core.state.Attempt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * What a trial can still be expected to find out: samples so far per unit of traffic, projected
 * with the weights of the steps to come.
 *
 * <p>Futile is a trial in which some Pass gate cannot be expected to be met before the deadline, as
 * things look and also if the truth is the best that the samples so far allow. The second condition
 * keeps an unlucky start, when the estimate lies near the limit by chance, from ending a good
 * candidate's trial.
 */
final class Outlook {
  private final Situation situation;
  private final Attempt attempt;
  private final List<SliResult> results;
  private final Timeline timeline;
  private final double now;

  Outlook(Situation situation, Attempt attempt) {
    this.situation = situation;
    this.attempt = attempt;
    this.results = attempt.results();
    this.now =
        PlannedWeights.seconds(
            attempt
                .policy()
                .window()
                .multipliedBy(
                    attempt.steps().stream().mapToLong(step -> step.countedWindows()).sum()));
    this.timeline = past(attempt).then(future(situation, attempt, waiting()));
  }

  /** The verdicts, with the observed time their projected samples will take. */
  List<SliResult> results() {
    return IntStream.range(0, results.size())
        .mapToObj(i -> results.get(i).within(seconds(i)))
        .toList();
  }

  /** SLIs that cannot be expected to be proven before the deadline, in the order of the policy. */
  List<String> hopeless() {
    return IntStream.range(0, results.size())
        .filter(this::hopeless)
        .mapToObj(i -> results.get(i).name())
        .toList();
  }

  private boolean hopeless(int index) {
    var result = results.get(index);
    if (result.gate() != Gate.Pass
        || result.passLatched()
        || !result.minimumMet()
        || result.verdict() != Verdict.Undecided
        || attempt.measurements().slis().get(index).awaitingLabels()) {
      return false;
    }
    var deadline = PlannedWeights.seconds(situation.spec().rollout().deadline());
    var delay = delay(index);
    var expected = perExposure(index) * timeline.exposure(now - delay, deadline - delay);
    return beyond(result.projected(), expected) && beyond(result.leastProjected(), expected);
  }

  private static boolean beyond(OptionalLong needed, double expected) {
    return needed.isEmpty() || needed.getAsLong() > expected;
  }

  private OptionalLong seconds(int index) {
    var needed = results.get(index).projected();
    var rate = perExposure(index);
    if (needed.isEmpty() || rate <= 0) {
      return OptionalLong.empty();
    }
    var wait = timeline.until(now - delay(index), needed.getAsLong() / rate);
    return wait.isPresent() && Double.isFinite(wait.getAsDouble())
        ? OptionalLong.of((long) Math.ceil(wait.getAsDouble()))
        : OptionalLong.empty();
  }

  /** Samples of an SLI per second of all traffic; labels come from the traffic of some time ago. */
  private double perExposure(int index) {
    var exposure = timeline.exposure(0, now - delay(index));
    return exposure > 0 ? results.get(index).samples() / exposure : 0;
  }

  private double delay(int index) {
    return PlannedWeights.seconds(attempt.policy().slis().get(index).labelDelay());
  }

  private List<SliPolicy> waiting() {
    return IntStream.range(0, results.size())
        .filter(i -> !results.get(i).gateMet())
        .mapToObj(i -> attempt.policy().slis().get(i))
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
      Situation situation, Attempt attempt, List<SliPolicy> waiting) {
    var step = attempt.step().orElseThrow();
    var spent = attempt.policy().window().multipliedBy(step.countedWindows());
    var left = step.duration().minus(spent);
    var steps = new ArrayList<Step>();
    steps.add(new Step(step.weight(), left.isNegative() ? Duration.ZERO : left));
    situation.spec().rollout().steps().stream()
        .filter(planned -> planned.weight() > step.weight())
        .forEach(steps::add);
    return PlannedWeights.segments(PlannedWeights.reachable(steps, waiting));
  }
}
