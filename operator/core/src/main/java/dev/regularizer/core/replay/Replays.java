package dev.regularizer.core.replay;

import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.rollout.SampledDecision;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Ending;
import dev.regularizer.core.state.Measurements;
import dev.regularizer.core.state.Outcome;
import dev.regularizer.core.state.StepRecord;
import dev.regularizer.core.state.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replays an attempt. Counts, evidence and verdicts come from the samples; when weights were in
 * force, what pods did and what people commanded comes from the record and is listed.
 */
public final class Replays {
  private Replays() {}

  /**
   * Replays the attempt.
   *
   * @param candidate name of the revision on trial
   * @param log decisions of the revision
   * @param samples raw samples of both revisions, from one hour before the first window that was
   *     counted, of stable's history if it was read
   */
  public static ReplayReport replay(
      String namespace,
      String candidate,
      Attempt stored,
      List<Transition> log,
      SampleMatrix samples) {
    var notes = new ReplayNotes(stored, log);
    var traffic = new HistoryReplay(namespace, samples, notes).traffic(stored);
    var replay = new Replay(namespace, candidate, stored, samples, notes);
    var measured = replay.run();
    var baked = measured.bake() != null;
    var ended = ended(fromRecord(measured, stored), stored, baked, notes);
    var first = samples.firstMillis();
    return new ReplayReport(
        ended
            .withBake(stored.bake() == null ? null : ended.bake())
            .withLooks(stored.looks())
            .knowing(stored.policy(), traffic),
        replay.looks(),
        notes.reproduced(),
        notes.contradictions(),
        notes.beyondReach(),
        first.isPresent() ? Instant.ofEpochMilli(first.getAsLong()) : null,
        covered(stored, first.isPresent() ? first.getAsLong() : Long.MAX_VALUE));
  }

  private static boolean covered(Attempt stored, long first) {
    var runs = stored.looks().runs();
    return runs.isEmpty() || first <= runs.getFirst().from().toEpochMilli();
  }

  /** What the route and failed queries did after the last look. */
  private static Attempt fromRecord(Attempt measured, Attempt stored) {
    var attempt = withSteps(measured, stored);
    var now = attempt.measurements();
    var then = stored.measurements();
    var reached = then.cursor();
    var counted = now.cursor();
    if (reached != null && (counted == null || reached.isAfter(counted))) {
      now = now.from(reached, reached.minus(stored.policy().warmUp()));
    }
    // Whether a verdict is in reach depends on the plan as well, which may have been edited.
    attempt = attempt.withMeasurements(unanswered(now, then).withFutileLooks(then.futileLooks()));
    return stored.bake() != null && attempt.bake() == null
        ? attempt.withBake(stored.bake())
        : attempt;
  }

  private static Measurements unanswered(Measurements now, Measurements then) {
    var measured = now;
    for (int i = 0; i < then.failedLooks(); i++) {
      measured = measured.failed(then.problem() == null ? "" : then.problem());
    }
    return measured;
  }

  private static Attempt withSteps(Attempt measured, Attempt stored) {
    var steps = new ArrayList<StepRecord>(measured.steps());
    for (int i = steps.size(); i < stored.steps().size(); i++) {
      steps.add(stored.steps().get(i));
    }
    if (!steps.isEmpty() && steps.size() == stored.steps().size()) {
      steps.set(steps.size() - 1, disturbed(steps.getLast(), stored.steps().getLast()));
    }
    var attempt = measured;
    for (var later : steps.subList(measured.steps().size(), steps.size())) {
      attempt = attempt.stepping(later);
    }
    return steps.isEmpty() ? attempt : attempt.withStep(steps.getLast());
  }

  /** Whether the weight is in force, and since when, is what the route said last. */
  private static StepRecord disturbed(StepRecord now, StepRecord then) {
    if (then.effectiveAt() == null) {
      return now.effectiveAt() == null ? now : now.disturbed(then.intentAt());
    }
    return then.effectiveAt().equals(now.effectiveAt()) ? now : now.effective(then.effectiveAt());
  }

  private static Attempt ended(Attempt attempt, Attempt stored, boolean baked, ReplayNotes notes) {
    var ending = stored.ending();
    if (stored.measurements().failedLooks() > 0) {
      notes.beyond("the last looks got no answer: " + stored.measurements().problem());
    }
    if (ending == null) {
      SampledDecision.rollback(attempt)
          .ifPresent(missed ->
              notes.contradicts(
                  "recomputed " + missed.reason() + ", stored: the attempt still runs"));
      return attempt;
    }
    if (baked && stored.madeStable()) {
      // The promotion was checked when its bake began.
      return attempt.withEnding(ending);
    }
    var decided = decided(attempt, ending, baked);
    if (decided.isEmpty()) {
      notes.beyond(
          ending.outcome()
              + " ("
              + ending.reason()
              + ") at "
              + ending.at()
              + ": "
              + ending.message());
      return attempt.withEnding(ending);
    }
    var decision = decided.get();
    if (decision.reason() == ending.reason()) {
      notes.reproduced(
          decision.outcome()
              + " ("
              + decision.reason()
              + ") at "
              + ending.at()
              + ": "
              + decision.message());
    }
    return attempt.withEnding(
        new Ending(
            decision.outcome(),
            decision.reason(),
            decision.message(),
            decision.sli(),
            ending.at(),
            ending.trafficOffAt()));
  }

  /** What the samples say about how it ended; empty when something else ended it. */
  private static Optional<SampledDecision> decided(Attempt attempt, Ending ending, boolean baked) {
    var bake = attempt.bake();
    return switch (ending.reason()) {
      case SliFailed, CombinedEvidence ->
          Optional.of(
              (bake == null || !baked
                      ? SampledDecision.rollback(attempt)
                      : SampledDecision.bakeReturn(attempt, bake))
                  .orElseGet(() -> none(ending.sli())));
      case Promoted -> Optional.of(SampledDecision.promotion(attempt).orElseGet(() -> none(null)));
      default -> baked ? Optional.empty() : SampledDecision.rollback(attempt);
    };
  }

  private static SampledDecision none(@Nullable String sli) {
    return new SampledDecision(
        Outcome.INCONCLUSIVE, Reason.Measuring, "the samples prove nothing", sli);
  }
}
