package dev.regularizer.crds.rollout;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.RoutePath;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** Comparison of a request's path. */
@Wire
public record PathMatch(
    @JsonPropertyDescription("How the path is compared: PathPrefix or Exact. Default PathPrefix.")
        @SchemaFrom(type = PathMatchType.class)
        @Nullable String type,
    @JsonPropertyDescription("The path it is compared with, such as /v1.") @Required @RoutePath
        String value) {}
