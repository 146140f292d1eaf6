package dev.regularizer.crds.status;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Wire;
import dev.regularizer.crds.schema.Word;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** One difference between stable and candidate. */
@Wire
public record RegularizerChange(
    @JsonPropertyDescription("Effective name of the regularizer.") @Required @Word String name,
    @JsonPropertyDescription("The parameter, or type or stage.") @Required @Word String field,
    @JsonPropertyDescription("Value in the stable revision; absent where it has none.")
        @Size(max = 2048)
        @Nullable String stable,
    @JsonPropertyDescription("Value in the candidate; absent where it has none.") @Size(max = 2048)
        @Nullable String candidate) {}
