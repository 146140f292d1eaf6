package dev.regularizer.controller.wire;

import dev.regularizer.core.quantity.GoDuration;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.core.state.AttemptKind;
import dev.regularizer.core.state.Bake;
import dev.regularizer.core.state.BakeDetector;
import dev.regularizer.core.state.Ending;
import dev.regularizer.core.state.LookLog;
import dev.regularizer.core.state.LookRun;
import dev.regularizer.core.state.Measurements;
import dev.regularizer.core.state.Outcome;
import dev.regularizer.core.state.PodStart;
import dev.regularizer.core.state.RevisionState;
import dev.regularizer.core.state.Role;
import dev.regularizer.core.state.StepRecord;
import dev.regularizer.core.state.Transition;
import dev.regularizer.core.statistics.EDetector;
import dev.regularizer.crds.ModelRevisionStatus;
import dev.regularizer.crds.attempt.AttemptStatus;
import dev.regularizer.crds.attempt.BakeStatus;
import dev.regularizer.crds.attempt.DecisionStatus;
import dev.regularizer.crds.attempt.EndingStatus;
import dev.regularizer.crds.attempt.MeasurementsStatus;
import dev.regularizer.crds.attempt.StepStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A revision's stored state to the domain. */
public final class RevisionStatusReader {
  private RevisionStatusReader() {}

  public static RevisionState read(ModelRevisionStatus status) {
    return new RevisionState(
        status.role() == null ? null : Words.parse(status.role(), Role.class),
        status.attempts().stream().map(RevisionStatusReader::attempt).toList(),
        status.decisions().stream().map(RevisionStatusReader::transition).toList());
  }

  private static Attempt attempt(AttemptStatus attempt) {
    var ending = attempt.ending();
    var bake = attempt.bake();
    return new Attempt(
        attempt.number(),
        Words.parse(attempt.kind(), AttemptKind.class),
        PolicyMapping.read(attempt.policy()),
        attempt.against(),
        attempt.stableReplicas(),
        attempt.restartsAtStart(),
        Instant.parse(attempt.startedAt()),
        attempt.steps().stream().map(RevisionStatusReader::step).toList(),
        measurements(attempt.measurements()),
        ending == null ? null : ending(ending),
        bake == null ? null : bake(bake),
        new LookLog(
            attempt.looks().stream().map(LookRun::parse).toList(),
            attempt.podStarts().stream().map(PodStart::parse).toList()),
        TrafficMapping.read(attempt.traffic()));
  }

  private static StepRecord step(StepStatus step) {
    return new StepRecord(
        step.number(),
        step.weight(),
        GoDuration.parse(step.duration()),
        Instant.parse(step.intentAt()),
        instant(step.effectiveAt()),
        step.countedWindows(),
        step.validWindows());
  }

  private static Measurements measurements(MeasurementsStatus measured) {
    return new Measurements(
        instant(measured.cursor()),
        measured.observedWindows(),
        measured.skipped(),
        measured.emptyLooks(),
        measured.failedLooks(),
        measured.problem(),
        instant(measured.firstEffectiveAt()),
        measured.candidateRequests(),
        measured.stableRequests(),
        measured.slis().stream().map(SliCountsMapping::read).toList(),
        measured.futileLooks());
  }

  private static Ending ending(EndingStatus ending) {
    return new Ending(
        Words.parse(ending.outcome(), Outcome.class),
        Words.parse(ending.reason(), Reason.class),
        ending.message(),
        ending.sli(),
        Instant.parse(ending.at()),
        instant(ending.trafficOffAt()));
  }

  private static Bake bake(BakeStatus bake) {
    return new Bake(
        Instant.parse(bake.startedAt()),
        instant(bake.cursor()),
        bake.windows(),
        bake.plannedWindows(),
        bake.detectors().stream()
            .map(it -> new BakeDetector(it.sli(), EDetector.ofHex(it.logSums())))
            .toList());
  }

  private static Transition transition(DecisionStatus decision) {
    return new Transition(
        Instant.parse(decision.at()),
        decision.attempt(),
        decision.step(),
        Words.parse(decision.reason(), Reason.class),
        decision.message());
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }
}
