package dev.regularizer.crds.attempt;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Wire;
import dev.regularizer.crds.schema.Word;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;

/** How cohorts are told apart and judged, with every default resolved. */
@Wire
public record CohortPolicyStatus(
    @JsonPropertyDescription("Label whose values are the cohorts.") @Required @Word String label,
    @JsonPropertyDescription("Cohorts that are judged one by one, the last place for all others.")
        @Required
        @Min(2)
        @Max(20)
        int maxCohorts,
    @JsonPropertyDescription("Ratios of a cohort to all cohorts.") @Required
        RatioPolicyStatus versusAll) {}
