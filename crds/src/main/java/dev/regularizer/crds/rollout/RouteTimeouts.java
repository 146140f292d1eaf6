package dev.regularizer.crds.rollout;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.ShortDuration;
import dev.regularizer.crds.schema.Wire;
import org.jspecify.annotations.Nullable;

/** Time limits of a route. */
@Wire
public record RouteTimeouts(
    @JsonPropertyDescription(
            "Longest time for one request, a duration from 1ms to 1h. Default: the gateway's.")
        @ShortDuration
        @Nullable String request) {}
