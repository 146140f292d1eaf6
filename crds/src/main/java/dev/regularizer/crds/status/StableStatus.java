package dev.regularizer.crds.status;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Moment;
import dev.regularizer.crds.schema.Wire;
import dev.regularizer.crds.schema.Word;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** The revision users are served by. */
@Wire
public record StableStatus(
    @JsonPropertyDescription("Name of the ModelRevision.") @Required @Word String revision,
    @JsonPropertyDescription("Version of the model, for people.") @Size(max = 253)
        @Nullable String version,
    @JsonPropertyDescription("Percent of the traffic observed on the route.") @Min(0) @Max(100)
        int weight,
    @JsonPropertyDescription("Ready pods.") @Min(0) @Max(1_000_000) int readyReplicas,
    @JsonPropertyDescription("When it became stable, RFC 3339.") @Required @Moment String since,
    @JsonPropertyDescription("Why it became stable, such as Promoted.") @Required @Word
        String reason) {}
