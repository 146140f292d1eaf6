package dev.regularizer.crds.status;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Moment;
import dev.regularizer.crds.schema.Wire;
import dev.regularizer.crds.schema.Word;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;

/** The warm old stable while the new one bakes. */
@Wire
public record PreviousStatus(
    @JsonPropertyDescription("Name of the ModelRevision.") @Required @Word String revision,
    @JsonPropertyDescription("Ready pods.") @Min(0) @Max(1_000_000) int readyReplicas,
    @JsonPropertyDescription("When the bake ends if every window is observed, RFC 3339.")
        @Required
        @Moment
        String until) {}
