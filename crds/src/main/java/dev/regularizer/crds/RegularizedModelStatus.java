package dev.regularizer.crds;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Lists;
import dev.regularizer.crds.schema.Wire;
import dev.regularizer.crds.status.CandidateStatus;
import dev.regularizer.crds.status.CommandStatus;
import dev.regularizer.crds.status.HistoryItem;
import dev.regularizer.crds.status.ModelCondition;
import dev.regularizer.crds.status.PreviousStatus;
import dev.regularizer.crds.status.RegularizersStatus;
import dev.regularizer.crds.status.SliStatus;
import dev.regularizer.crds.status.StableStatus;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.model.annotation.LabelSelector;
import io.fabric8.kubernetes.model.annotation.StatusReplicas;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the operator reports about a model. Stable, previous, candidate, requested, command and
 * history are the truth about pointers; the rest is derived from them and from the revisions.
 */
@Wire
public record RegularizedModelStatus(
    @JsonPropertyDescription("Generation of the spec that this status answers.")
        @Min(0)
        @Max(9_007_199_254_740_991d)
        @Nullable Long observedGeneration,
    @JsonPropertyDescription(
            "Where the model stands: Pending, Progressing, Holding, AwaitingApproval, Promoting,"
                + " Baking, UpToDate, RollingBack, RolledBack or Refused.")
        @Size(max = 63)
        @Nullable String phase,
    @JsonPropertyDescription("Sentence for people; it changes on transitions only.")
        @Size(max = 4096)
        @Nullable String message,
    @JsonPropertyDescription(
            "What a command is bound to, <revision hash>.<attempt>.<step>; absent when there is"
                + " nothing to command.")
        @Size(max = 63)
        @Nullable String token,
    @JsonPropertyDescription("Pods of stable, for the scale subresource.")
        @Min(0)
        @Max(1_000_000)
        @StatusReplicas
        @Nullable Integer replicas,
    @JsonPropertyDescription("Selector of stable's pods, for the scale subresource.")
        @Size(max = 512)
        @LabelSelector
        @Nullable String selector,
    @JsonPropertyDescription(
            "Reconciling, Stalled, Ready, Available, Accepted, TrafficApplied, PrometheusReachable"
                + " and PolicyValid; always present, Unknown first.")
        @Size(max = 16)
        List<ModelCondition> conditions,
    @JsonPropertyDescription("The revision users are served by.") @Nullable StableStatus stable,
    @JsonPropertyDescription("The revision on trial; absent without one.")
        @Nullable CandidateStatus candidate,
    @JsonPropertyDescription("The warm old stable while the new one bakes; absent otherwise.")
        @Nullable PreviousStatus previous,
    @JsonPropertyDescription(
            "Name of the ModelRevision the spec asked for at the last pass, whatever became of it.")
        @Size(max = 63)
        @Nullable String requested,
    @JsonPropertyDescription("Regularizers of the newest revision.")
        @Nullable RegularizersStatus regularizers,
    @JsonPropertyDescription(
            "What is known about each SLI; refreshed on transitions and at most once a minute.")
        @Size(max = 20)
        List<SliStatus> slis,
    @JsonPropertyDescription("When the figures of candidate and slis were last written, RFC 3339.")
        @Size(max = 40)
        @Nullable String refreshedAt,
    @JsonPropertyDescription("The last command and its answer; absent before any.")
        @Nullable CommandStatus command,
    @JsonPropertyDescription("The last 10 ended attempts, oldest first.") @Size(max = 10)
        List<HistoryItem> history) {
  /** Absent lists are empty. */
  public RegularizedModelStatus {
    conditions = Lists.orEmpty(conditions);
    slis = Lists.orEmpty(slis);
    history = Lists.orEmpty(history);
  }
}
