package dev.regularizer.crds.attempt;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Figure;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Required;

/** An objective relative to stable, with every default resolved. */
@Wire
public record RatioPolicyStatus(
    @JsonPropertyDescription("The good side of the line, a ratio.") @Required @Figure
        String objective,
    @JsonPropertyDescription("Surely bad, a ratio.") @Required @Figure String limit,
    @JsonPropertyDescription("Difference of the shares that never counts as harm.")
        @Required
        @Figure
        String floor,
    @JsonPropertyDescription("Difference of the shares up to which a candidate passes.")
        @Required
        @Figure
        String limitFloor) {}
