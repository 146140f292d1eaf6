package dev.regularizer.crds.status;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Count;
import dev.regularizer.crds.schema.Moment;
import dev.regularizer.crds.schema.Wire;
import dev.regularizer.crds.schema.Word;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** One condition, as Kubernetes defines them. */
@Wire
public record ModelCondition(
    @JsonPropertyDescription("Kind of condition, such as Ready.") @Required @Word String type,
    @JsonPropertyDescription("True, False or Unknown.") @Required @Size(min = 1, max = 7)
        String status,
    @JsonPropertyDescription("Stable CamelCase word for why.") @Required @Word String reason,
    @JsonPropertyDescription("Sentence for people.") @Required @Size(max = 4096) String message,
    @JsonPropertyDescription("When the status last changed, RFC 3339.") @Required @Moment
        String lastTransitionTime,
    @JsonPropertyDescription("Generation of the spec this was computed from.") @Count
        @Nullable Long observedGeneration) {}
