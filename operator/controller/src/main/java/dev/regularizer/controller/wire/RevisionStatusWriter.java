package dev.regularizer.controller.wire;

import dev.regularizer.core.quantity.GoDuration;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.Bake;
import dev.regularizer.core.state.Ending;
import dev.regularizer.core.state.LookRun;
import dev.regularizer.core.state.Measurements;
import dev.regularizer.core.state.Outcome;
import dev.regularizer.core.state.PodStart;
import dev.regularizer.core.state.RevisionState;
import dev.regularizer.core.state.StepRecord;
import dev.regularizer.core.state.Transition;
import dev.regularizer.crds.ModelRevisionStatus;
import dev.regularizer.crds.attempt.AttemptStatus;
import dev.regularizer.crds.attempt.BakeDetectorStatus;
import dev.regularizer.crds.attempt.BakeStatus;
import dev.regularizer.crds.attempt.DecisionStatus;
import dev.regularizer.crds.attempt.EndingStatus;
import dev.regularizer.crds.attempt.MeasurementsStatus;
import dev.regularizer.crds.attempt.StepStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A revision's state to the wire; reading it back gives the same state. */
public final class RevisionStatusWriter {
  private RevisionStatusWriter() {}

  public static ModelRevisionStatus write(RevisionState state) {
    return new ModelRevisionStatus(
        state.role() == null ? null : Words.of(state.role()),
        state.outcome().map(Words::of).orElse(null),
        state.attempts().stream().map(RevisionStatusWriter::attempt).toList(),
        state.transitions().stream().map(RevisionStatusWriter::decision).toList());
  }

  /** How an outcome is spelt. */
  public static String word(Outcome outcome) {
    return Words.of(outcome);
  }

  private static AttemptStatus attempt(Attempt attempt) {
    var ending = attempt.ending();
    var bake = attempt.bake();
    return new AttemptStatus(
        attempt.number(),
        Words.of(attempt.kind()),
        PolicyMapping.write(attempt.policy()),
        attempt.against(),
        attempt.stableReplicas(),
        attempt.restartsAtStart(),
        attempt.startedAt().toString(),
        attempt.steps().stream().map(RevisionStatusWriter::step).toList(),
        measurements(attempt.measurements()),
        attempt.results().stream().map(SliFigures::write).toList(),
        ending == null ? null : ending(ending),
        bake == null ? null : bake(bake),
        attempt.looks().runs().stream().map(LookRun::text).toList(),
        attempt.looks().pods().stream().map(PodStart::text).toList(),
        TrafficMapping.write(attempt.traffic()));
  }

  private static StepStatus step(StepRecord step) {
    return new StepStatus(
        step.number(),
        step.weight(),
        GoDuration.format(step.duration()),
        step.intentAt().toString(),
        text(step.effectiveAt()),
        step.countedWindows(),
        step.validWindows());
  }

  private static MeasurementsStatus measurements(Measurements measured) {
    return new MeasurementsStatus(
        text(measured.cursor()),
        measured.observedWindows(),
        measured.skipped(),
        measured.emptyLooks(),
        measured.failedLooks(),
        measured.problem(),
        text(measured.firstEffectiveAt()),
        measured.candidateRequests(),
        measured.stableRequests(),
        measured.slis().stream().map(SliCountsMapping::write).toList(),
        measured.futileLooks());
  }

  private static EndingStatus ending(Ending ending) {
    return new EndingStatus(
        Words.of(ending.outcome()),
        ending.reason().name(),
        ending.message(),
        ending.sli(),
        ending.at().toString(),
        text(ending.trafficOffAt()));
  }

  private static BakeStatus bake(Bake bake) {
    return new BakeStatus(
        bake.startedAt().toString(),
        text(bake.cursor()),
        bake.windows(),
        bake.plannedWindows(),
        bake.detectors().stream()
            .map(it -> new BakeDetectorStatus(it.sli(), it.detector().hex()))
            .toList());
  }

  private static DecisionStatus decision(Transition transition) {
    return new DecisionStatus(
        transition.at().toString(),
        transition.attempt(),
        transition.step(),
        transition.reason().name(),
        transition.message());
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
