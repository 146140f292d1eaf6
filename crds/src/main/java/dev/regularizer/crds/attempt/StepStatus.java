package dev.regularizer.crds.attempt;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Figure;
import dev.regularizer.crds.schema.Moment;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** What happened in one step. */
@Wire
public record StepStatus(
    @JsonPropertyDescription("Position in the plan when the step began, from 1.")
        @Required
        @Min(1)
        @Max(1000)
        int number,
    @JsonPropertyDescription("Percent of the traffic it plans.") @Required @Min(0) @Max(100)
        int weight,
    @JsonPropertyDescription("Observed time it plans, a duration.") @Required @Figure
        String duration,
    @JsonPropertyDescription("When the decision for this weight was recorded, RFC 3339.")
        @Required
        @Moment
        String intentAt,
    @JsonPropertyDescription(
            "When the route was seen to carry the weight, RFC 3339; absent until then.")
        @Moment
        @Nullable String effectiveAt,
    @JsonPropertyDescription("Windows that count as time spent in this step.")
        @Min(0)
        @Max(1_000_000_000)
        int countedWindows,
    @JsonPropertyDescription("Windows with samples of both revisions since the weight took effect.")
        @Min(0)
        @Max(1_000_000_000)
        int validWindows) {}
