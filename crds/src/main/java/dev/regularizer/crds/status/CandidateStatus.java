package dev.regularizer.crds.status;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Figure;
import dev.regularizer.crds.schema.Moment;
import dev.regularizer.crds.schema.Wire;
import dev.regularizer.crds.schema.Word;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The revision on trial. */
@Wire
public record CandidateStatus(
    @JsonPropertyDescription("Name of the ModelRevision.") @Required @Word String revision,
    @JsonPropertyDescription("Version of the model, for people.") @Size(max = 253)
        @Nullable String version,
    @JsonPropertyDescription("Number of the attempt, from 1.") @Required @Min(1) @Max(1_000_000_000)
        int attempt,
    @JsonPropertyDescription("Number of the running step, 0 before the first.") @Min(0) @Max(1000)
        int step,
    @JsonPropertyDescription("Number of planned steps.") @Min(0) @Max(1000) int steps,
    @JsonPropertyDescription("Percent of the traffic the running step wants.") @Min(0) @Max(100)
        int targetWeight,
    @JsonPropertyDescription("Percent of the traffic observed on the route.") @Min(0) @Max(100)
        int weight,
    @JsonPropertyDescription("Ready pods.") @Min(0) @Max(1_000_000) int readyReplicas,
    @JsonPropertyDescription(
            "Evidence for rolling back, all SLIs together; 1 decides. Refreshed at most once a"
                + " minute.")
        @Figure
        @Nullable String evidence,
    @JsonPropertyDescription("When the attempt began, RFC 3339.") @Moment
        @Nullable String startedAt,
    @JsonPropertyDescription(
            "When the trial is inconclusive if every window from now on is observed, RFC 3339.")
        @Moment
        @Nullable String deadline,
    @JsonPropertyDescription(
            "Whether the command `hold` is in force: nothing rises or is promoted until `resume`.")
        @Nullable Boolean held,
    @JsonPropertyDescription("Approvals given to this attempt.") @Size(max = 2)
        @Nullable List<String> approved,
    @JsonPropertyDescription(
            "How long people made the attempt wait before its first weight; absent when they did"
                + " not.")
        @Nullable StandstillStatus standstill) {}
