package dev.regularizer.controller.wire;

import dev.regularizer.core.present.Condition;
import dev.regularizer.core.present.ModelStatus;
import dev.regularizer.core.present.RegularizersView;
import dev.regularizer.core.state.HistoryEntry;
import dev.regularizer.crds.RegularizedModelStatus;
import dev.regularizer.crds.status.CandidateStatus;
import dev.regularizer.crds.status.HistoryItem;
import dev.regularizer.crds.status.ModelCondition;
import dev.regularizer.crds.status.PreviousStatus;
import dev.regularizer.crds.status.RegularizerChange;
import dev.regularizer.crds.status.RegularizersStatus;
import dev.regularizer.crds.status.StableStatus;
import org.jspecify.annotations.Nullable;

/** A model's status to the wire. What is figures is rounded for people; nothing else is. */
public final class ModelStatusWriter {
  private static final int LONGEST_MESSAGE = 4096;

  private ModelStatusWriter() {}

  public static RegularizedModelStatus write(ModelStatus status) {
    return new RegularizedModelStatus(
        status.observedGeneration(),
        status.phase().text(),
        Messages.shortened(status.message(), LONGEST_MESSAGE),
        status.token(),
        status.replicas(),
        status.selector(),
        status.conditions().stream().map(ModelStatusWriter::condition).toList(),
        stable(status),
        candidate(status),
        previous(status),
        status.pointers().requested(),
        regularizers(status.regularizers()),
        status.slis().stream().map(SliFigures::write).toList(),
        status.refreshedAt().toString(),
        CommandMapping.write(status.pointers().command()),
        status.pointers().history().stream().map(ModelStatusWriter::history).toList());
  }

  private static ModelCondition condition(Condition condition) {
    return new ModelCondition(
        condition.type().name(),
        condition.status().name(),
        condition.reason(),
        Messages.shortened(condition.message(), LONGEST_MESSAGE),
        condition.lastTransition().toString(),
        condition.observedGeneration());
  }

  /** The pointer is the truth; a version says that its revision was seen too. */
  private static @Nullable StableStatus stable(ModelStatus status) {
    var pointer = status.pointers().stable();
    var view = status.stable();
    if (pointer == null) {
      return null;
    }
    return new StableStatus(
        pointer.revision(),
        view == null ? null : view.version(),
        view == null ? 0 : view.weight(),
        view == null ? 0 : view.readyReplicas(),
        pointer.since().toString(),
        pointer.reason().name());
  }

  private static @Nullable CandidateStatus candidate(ModelStatus status) {
    var pointer = status.pointers().candidate();
    var view = status.candidate();
    if (pointer == null) {
      return null;
    }
    if (view == null) {
      return new CandidateStatus(
          pointer.revision(),
          null,
          pointer.attempt(),
          0,
          0,
          0,
          0,
          0,
          null,
          null,
          null,
          CommandMapping.held(pointer),
          CommandMapping.approved(pointer),
          CommandMapping.standstill(pointer));
    }
    return new CandidateStatus(
        pointer.revision(),
        view.version(),
        pointer.attempt(),
        view.step(),
        view.steps(),
        view.targetWeight(),
        view.weight(),
        view.readyReplicas(),
        SliFigures.shown(view.evidence()),
        view.startedAt().toString(),
        view.deadline() == null ? null : view.deadline().toString(),
        CommandMapping.held(pointer),
        CommandMapping.approved(pointer),
        CommandMapping.standstill(pointer));
  }

  private static @Nullable PreviousStatus previous(ModelStatus status) {
    var pointer = status.pointers().previous();
    var view = status.previous();
    return pointer == null
        ? null
        : new PreviousStatus(
            pointer.revision(),
            view == null ? 0 : view.readyReplicas(),
            pointer.until().toString());
  }

  private static @Nullable RegularizersStatus regularizers(@Nullable RegularizersView view) {
    return view == null
        ? null
        : new RegularizersStatus(
            view.summary(),
            view.changes().stream()
                .map(
                    it -> new RegularizerChange(it.name(), it.field(), it.stable(), it.candidate()))
                .toList(),
            view.warnings());
  }

  private static HistoryItem history(HistoryEntry entry) {
    return new HistoryItem(
        entry.revision(),
        entry.attempt(),
        Words.of(entry.outcome()),
        entry.reason().name(),
        entry.started().toString(),
        entry.ended().toString());
  }
}
