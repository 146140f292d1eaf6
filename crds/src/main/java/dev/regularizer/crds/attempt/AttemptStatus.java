package dev.regularizer.crds.attempt;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Lists;
import dev.regularizer.crds.schema.Moment;
import dev.regularizer.crds.schema.Wire;
import dev.regularizer.crds.schema.Word;
import dev.regularizer.crds.status.SliStatus;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One trial of a revision: what was planned, measured and decided. */
@Wire
public record AttemptStatus(
    @JsonPropertyDescription("Number of the attempt of this revision, from 1.")
        @Required
        @Min(1)
        @Max(1_000_000_000)
        int number,
    @JsonPropertyDescription("Why the revision was started: Install, Trial or Revert.")
        @Required
        @Word
        String kind,
    @JsonPropertyDescription("The copy of the policy this attempt is judged by.") @Required
        PolicyStatus policy,
    @JsonPropertyDescription(
            "Name of the stable ModelRevision it is compared with; absent for a first install.")
        @Word
        @Nullable String against,
    @JsonPropertyDescription("Pods of stable when the attempt began.") @Min(0) @Max(1_000_000)
        int stableReplicas,
    @JsonPropertyDescription("Container restarts of the revision before this attempt.")
        @Min(0)
        @Max(1_000_000_000)
        int restartsAtStart,
    @JsonPropertyDescription("When it began, RFC 3339.") @Required @Moment String startedAt,
    @JsonPropertyDescription("Steps begun so far, the running one last.") @Size(max = 100)
        List<StepStatus> steps,
    @JsonPropertyDescription("Everything counted so far.") @Required
        MeasurementsStatus measurements,
    @JsonPropertyDescription(
            "Verdicts and figures at the last look, for people; derived from the measurements.")
        @Size(max = 20)
        List<SliStatus> slis,
    @JsonPropertyDescription("How it ended; absent while it runs.") @Nullable EndingStatus ending,
    @JsonPropertyDescription("The watch after a promotion; absent when there is none.")
        @Nullable BakeStatus bake,
    @JsonPropertyDescription(
            "How its windows were read, for a replay: begin, looks x windows, scrape interval.")
        @Size(max = 96)
        List<String> looks,
    @JsonPropertyDescription("Late starts of processes its counts depend on, for a replay.")
        @Size(max = 48)
        List<String> podStarts,
    @JsonPropertyDescription(
            "Traffic of stable before the attempt; absent until the first step begins.")
        @Nullable TrafficStatus traffic) {
  /** Absent lists are empty. */
  public AttemptStatus {
    steps = Lists.orEmpty(steps);
    slis = Lists.orEmpty(slis);
    looks = Lists.orEmpty(looks);
    podStarts = Lists.orEmpty(podStarts);
  }
}
