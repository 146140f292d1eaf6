package dev.regularizer.controller.wire;

import dev.regularizer.core.present.CandidateView;
import dev.regularizer.core.present.Condition;
import dev.regularizer.core.present.ModelStatus;
import dev.regularizer.core.present.PreviousView;
import dev.regularizer.core.present.RegularizersView;
import dev.regularizer.core.present.ServedView;
import dev.regularizer.core.regularizer.RegularizerDiff;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Reason;
import dev.regularizer.core.state.HistoryEntry;
import dev.regularizer.core.state.Outcome;
import dev.regularizer.core.state.Pointers;
import dev.regularizer.core.state.PreviousPointer;
import dev.regularizer.core.state.StablePointer;
import dev.regularizer.crds.RegularizedModelStatus;
import dev.regularizer.crds.status.CandidateStatus;
import dev.regularizer.crds.status.HistoryItem;
import dev.regularizer.crds.status.ModelCondition;
import dev.regularizer.crds.status.PreviousStatus;
import dev.regularizer.crds.status.RegularizersStatus;
import dev.regularizer.crds.status.StableStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A model's stored status to the domain; figures of SLIs are left out, nobody decides on them. */
public final class ModelStatusReader {
  private ModelStatusReader() {}

  /** The stored status; null when there is none yet. */
  public static @Nullable ModelStatus read(@Nullable RegularizedModelStatus status) {
    if (status == null || status.phase() == null) {
      return null;
    }
    var stable = status.stable();
    var candidate = status.candidate();
    var previous = status.previous();
    return new ModelStatus(
        new Pointers(
            stable == null ? null : pointer(stable),
            previous == null
                ? null
                : new PreviousPointer(previous.revision(), Instant.parse(previous.until())),
            candidate == null ? null : CommandMapping.pointer(candidate),
            status.requested(),
            status.history().stream().map(ModelStatusReader::history).toList(),
            CommandMapping.read(status.command())),
        status.observedGeneration() == null ? 0 : status.observedGeneration(),
        phase(status.phase()),
        or(status.message()),
        or(status.token()),
        status.replicas() == null ? 0 : status.replicas(),
        or(status.selector()),
        status.conditions().stream().map(ModelStatusReader::condition).toList(),
        stable == null ? null : view(stable),
        candidate == null ? null : view(candidate),
        previous == null ? null : view(previous),
        regularizers(status.regularizers()),
        List.of(),
        status.refreshedAt() == null ? Instant.EPOCH : Instant.parse(status.refreshedAt()));
  }

  private static StablePointer pointer(StableStatus stable) {
    return new StablePointer(
        stable.revision(),
        Instant.parse(stable.since()),
        Words.parse(stable.reason(), Reason.class));
  }

  private static @Nullable ServedView view(StableStatus stable) {
    return stable.version() == null
        ? null
        : new ServedView(
            stable.revision(),
            stable.version(),
            stable.weight(),
            stable.readyReplicas(),
            Instant.parse(stable.since()),
            Words.parse(stable.reason(), Reason.class));
  }

  private static @Nullable CandidateView view(CandidateStatus candidate) {
    return candidate.version() == null || candidate.startedAt() == null
        ? null
        : new CandidateView(
            candidate.revision(),
            candidate.version(),
            candidate.attempt(),
            candidate.step(),
            candidate.steps(),
            candidate.targetWeight(),
            candidate.weight(),
            candidate.readyReplicas(),
            candidate.evidence() == null ? 0 : Double.parseDouble(candidate.evidence()),
            Instant.parse(candidate.startedAt()),
            candidate.deadline() == null ? null : Instant.parse(candidate.deadline()));
  }

  private static PreviousView view(PreviousStatus previous) {
    return new PreviousView(
        previous.revision(), previous.readyReplicas(), Instant.parse(previous.until()));
  }

  private static @Nullable RegularizersView regularizers(@Nullable RegularizersStatus status) {
    return status == null
        ? null
        : new RegularizersView(
            or(status.summary()),
            status.changes().stream()
                .map(it ->
                    new RegularizerDiff.Change(it.name(), it.field(), it.stable(), it.candidate()))
                .toList(),
            status.warnings());
  }

  private static Condition condition(ModelCondition condition) {
    return new Condition(
        Words.parse(condition.type(), Condition.Type.class),
        Words.parse(condition.status(), Condition.Status.class),
        condition.reason(),
        condition.message(),
        Instant.parse(condition.lastTransitionTime()),
        condition.observedGeneration() == null ? 0 : condition.observedGeneration());
  }

  private static HistoryEntry history(HistoryItem item) {
    return new HistoryEntry(
        item.revision(),
        item.attempt(),
        Words.parse(item.outcome(), Outcome.class),
        Words.parse(item.reason(), Reason.class),
        Instant.parse(item.started()),
        Instant.parse(item.ended()));
  }

  private static Phase phase(String text) {
    return Arrays.stream(Phase.values())
        .filter(phase -> phase.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new UnknownWordException("Phase", text));
  }

  private static String or(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
