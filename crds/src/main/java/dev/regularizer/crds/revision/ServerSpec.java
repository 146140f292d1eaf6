package dev.regularizer.crds.revision;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.RoutePath;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/** How the pods of a revision are talked to. */
@Wire
public record ServerSpec(
    @JsonPropertyDescription("Port on which the pods answer predictions. Default 8080.")
        @Min(1)
        @Max(65535)
        @Nullable Integer port,
    @JsonPropertyDescription("Port on which the pods serve metrics. Default: the same as `port`.")
        @Min(1)
        @Max(65535)
        @Nullable Integer metricsPort,
    @JsonPropertyDescription(
            "Protocol spoken to the pods: HTTP, or H2C for HTTP/2 without TLS. Default HTTP.")
        @SchemaFrom(type = Protocol.class)
        @Nullable String protocol,
    @JsonPropertyDescription(
            "Path on which true labels come back, such as /v1/feedback. With the header"
                + " x-model-revision it is led to that revision; default: feedback is not routed.")
        @RoutePath
        @Nullable String feedbackPath) {}
