package dev.regularizer.crds.status;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Evidence of one SLI, both ways; 1 decides. */
@Wire
public record SliEvidence(
    @JsonPropertyDescription("Evidence for harm.") @Size(max = 40) @Nullable String fail,
    @JsonPropertyDescription("Evidence for harmlessness.") @Size(max = 40) @Nullable String pass) {}
