package dev.regularizer.core.rollout;

import dev.regularizer.core.counting.InvalidReason;
import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.observe.ConnectionTiming;
import dev.regularizer.core.observe.Look;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Bake;
import dev.regularizer.core.state.LookRun;
import dev.regularizer.core.state.PodStart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds the windows of one look to what an attempt has measured. Each window is counted once: cursor
 * and counts move together.
 */
final class Fold {
  private Fold() {}

  /** A look of a trial; empty when samples from further back are needed first. */
  static Optional<Attempt> trial(
      Situation situation,
      RevisionRecord candidate,
      Attempt attempt,
      Look look,
      ConnectionTiming timing) {
    var stable = situation.stable();
    if (stable == null) {
      throw new IllegalStateException("a trial without a stable revision");
    }
    return look.answer() instanceof Look.Failed(var detail)
        ? Optional.of(attempt.withMeasurements(attempt.measurements().failed(detail)))
        : answered(situation, List.of(candidate, stable), look, timing, 0, attempt).onto(attempt);
  }

  /** A look of a bake that was answered; empty when samples from further back are needed first. */
  static Optional<Attempt> bake(
      Situation situation,
      RevisionRecord stable,
      Attempt attempt,
      Bake bake,
      Look look,
      ConnectionTiming timing) {
    return answered(situation, List.of(stable), look, timing, bake.plannedWindows(), attempt)
        .onto(attempt);
  }

  private static LookFold answered(
      Situation situation,
      List<RevisionRecord> arms,
      Look look,
      ConnectionTiming timing,
      int bakeWindows,
      Attempt attempt) {
    Optional<InvalidReason> unusable =
        look.answer() instanceof Look.Unusable refused
            ? Optional.of(refused.reason())
            : Optional.empty();
    var run =
        new LookRun(
            look.cursor(),
            1,
            Math.toIntExact(
                Duration.between(look.cursor(), look.end()).dividedBy(attempt.policy().window())),
            attempt.steps().size(),
            timing.scrapeInterval(),
            unusable,
            look.answer() instanceof Look.Samples samples && samples.readBack(),
            bakeWindows > 0 || situation.halt().isEmpty(),
            bakeWindows,
            true);
    return new LookFold(
        situation.spec().key().namespace(),
        arms.getFirst().name(),
        arms.getLast().name(),
        run,
        look.answer() instanceof Look.Samples samples ? samples.matrix() : SampleMatrix.EMPTY,
        look.answer() instanceof Look.Unusable refused ? refused.detail() : "",
        pods(situation, arms, look));
  }

  private static List<PodStart> pods(Situation situation, List<RevisionRecord> arms, Look look) {
    var all = new ArrayList<PodStart>();
    for (var arm : arms) {
      for (var pod : situation.workload(arm).pods()) {
        all.add(new PodStart(pod.name(), pod.startedAt(), pod.restarts() > 0, look.cursor()));
      }
    }
    return all;
  }
}
