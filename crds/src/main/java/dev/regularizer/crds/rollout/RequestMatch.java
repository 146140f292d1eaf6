package dev.regularizer.crds.rollout;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Required;

/** Which requests a route takes. */
@Wire
public record RequestMatch(
    @JsonPropertyDescription("Path of the request.") @Required PathMatch path) {}
