package dev.regularizer.crds.rollout;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.StepDuration;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;

/** One planned step. */
@Wire
public record StepPlan(
    @JsonPropertyDescription("Percent of the traffic that the candidate gets, 1 to 99.")
        @Required
        @Min(1)
        @Max(99)
        int weight,
    @JsonPropertyDescription("Observed time to spend at this weight, a duration from 1s to 720h.")
        @Required
        @StepDuration
        String duration) {}
