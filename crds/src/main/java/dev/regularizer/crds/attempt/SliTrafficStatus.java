package dev.regularizer.crds.attempt;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Count;
import dev.regularizer.crds.schema.Figure;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** What one SLI has to work with. */
@Wire
public record SliTrafficStatus(
    @JsonPropertyDescription("Requests or labels of stable per second, at all of the traffic.")
        @Required
        @Figure
        String samplesPerSecond,
    @JsonPropertyDescription(
            "Samples that a candidate just like stable needs for a Pass; absent if it never"
                + " passes.")
        @Count
        @Nullable Long needed) {}
