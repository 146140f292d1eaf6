package dev.regularizer.core.rollout;

import dev.regularizer.core.counting.ArmSamples;
import dev.regularizer.core.counting.ArmSelector;
import dev.regularizer.core.counting.CountingContext;
import dev.regularizer.core.observe.ConnectionTiming;
import dev.regularizer.core.observe.Look;
import dev.regularizer.core.observe.Pod;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.state.Attempt;
import java.util.stream.Collectors;

/**
 * Adds the windows of one look to what an attempt has measured. Each window is counted once: cursor
 * and counts move together.
 */
final class Fold {
  private Fold() {}

  /** What became of a look. */
  sealed interface Result {
    /** The windows are counted, or the look failed and its windows stay open. */
    record Folded(Attempt attempt) implements Result {}

    /** A target was unknown before the window: samples from further back are needed first. */
    record ReadBack() implements Result {}
  }

  static Result trial(
      Situation situation,
      RevisionRecord candidate,
      Attempt attempt,
      Look look,
      ConnectionTiming timing) {
    var stable = situation.stable();
    if (stable == null) {
      throw new IllegalStateException("a trial without a stable revision");
    }
    var windows = new TrialWindows(attempt, !situation.spec().paused());
    return switch (look.answer()) {
      case Look.Failed(var detail) ->
          new Result.Folded(attempt.withMeasurements(attempt.measurements().failed(detail)));
      case Look.Unusable(var reason, var detail) ->
          new Result.Folded(windows.unusable(look.end(), reason, detail));
      case Look.Samples samples ->
          windows.count(
              look.end(),
              arm(situation, candidate, attempt, samples, timing),
              arm(situation, stable, attempt, samples, timing));
    };
  }

  /** The samples of one revision's pods. */
  static ArmSamples arm(
      Situation situation,
      RevisionRecord revision,
      Attempt attempt,
      Look.Samples samples,
      ConnectionTiming timing) {
    var observed = situation.workload(revision).pods();
    var starts = observed.stream().collect(Collectors.toMap(Pod::name, Pod::startedAt));
    var restarted =
        observed.stream()
            .filter(one -> one.restarts() > 0)
            .map(Pod::name)
            .collect(Collectors.toSet());
    var context =
        new CountingContext(
            timing.scrapeInterval(),
            attempt.policy().window(),
            starts,
            restarted,
            samples.readBack());
    var pods = ArmSelector.pods(situation.spec().key().namespace(), revision.name());
    return ArmSamples.of(samples.matrix(), pods, context);
  }
}
