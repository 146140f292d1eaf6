package dev.regularizer.crds.revision;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** One parameter of a regularizer outside the catalogue. */
@Wire
public record CustomParameter(
    @JsonPropertyDescription("Name of the parameter.") @Required @Size(min = 1, max = 63)
        String name,
    @JsonPropertyDescription("Value of the parameter, as text.") @Required @Size(max = 253)
        String value) {}
