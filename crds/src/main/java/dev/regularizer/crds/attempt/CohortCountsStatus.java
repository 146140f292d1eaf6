package dev.regularizer.crds.attempt;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Count;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** Labels of a cohort of the candidate; its evidence is packed with that of the others. */
@Wire
public record CohortCountsStatus(
    @JsonPropertyDescription(
            "Its name; empty for the cohorts without a place of their own and for the evidence of"
                + " all that are judged together.")
        @Required
        @Size(max = 63)
        String name,
    @JsonPropertyDescription("Labelled predictions.") @Count long labeled,
    @JsonPropertyDescription("Wrong ones among them.") @Count long errors) {}
