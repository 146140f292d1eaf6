package dev.regularizer.crds.status;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Figure;
import dev.regularizer.crds.schema.Wire;
import org.jspecify.annotations.Nullable;

/** Evidence of one SLI, both ways; 1 decides. */
@Wire
public record SliEvidence(
    @JsonPropertyDescription("Evidence for harm.") @Figure @Nullable String fail,
    @JsonPropertyDescription("Evidence for harmlessness.") @Figure @Nullable String pass) {}
