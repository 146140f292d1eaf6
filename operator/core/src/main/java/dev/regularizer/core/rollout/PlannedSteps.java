package dev.regularizer.core.rollout;

import dev.regularizer.core.analysis.SliPolicy;
import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.spec.Step;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.StepRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The plan of a trial as the spec has it now, next to the step that runs. */
final class PlannedSteps {
  private PlannedSteps() {}

  /** The first planned step with a higher weight: no edit of the plan ever lowers a weight. */
  static Optional<StepRecord> next(Situation situation, Attempt attempt) {
    var steps = situation.spec().rollout().steps();
    var weight = attempt.step().orElseThrow().weight();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).weight() > weight) {
        return Optional.of(
            StepRecord.intended(
                i + 1, steps.get(i).weight(), steps.get(i).duration(), situation.now()));
      }
    }
    return Optional.empty();
  }

  /** The SLIs that keep the weight below a step's until their gates are met. */
  static List<SliPolicy> awaited(Attempt attempt, List<SliResult> results, StepRecord next) {
    var slis = attempt.policy().slis();
    return IntStream.range(0, slis.size())
        .filter(i -> slis.get(i).holdAbove().filter(most -> next.weight() > most).isPresent())
        .filter(i -> !results.get(i).gateMet())
        .mapToObj(slis::get)
        .toList();
  }

  /** Whether the running step's time is over, counted in observed windows. */
  static boolean over(Situation situation, Attempt attempt) {
    var step = attempt.step().orElseThrow();
    var spent = attempt.policy().window().multipliedBy(step.countedWindows());
    return spent.compareTo(duration(situation, step)) >= 0;
  }

  /** Planned time at the step's weight; an edit of the plan applies at once. */
  private static Duration duration(Situation situation, StepRecord step) {
    return situation.spec().rollout().steps().stream()
        .filter(planned -> planned.weight() == step.weight())
        .map(Step::duration)
        .findFirst()
        .orElse(step.duration());
  }
}
