package dev.regularizer.crds.rollout;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.ServiceName;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/** The Service that always leads to the stable revision. */
@Wire
public record ServicePlan(
    @JsonPropertyDescription(
            "Name of the Service, a DNS label of at most 63 characters. Default: the name of the"
                + " model; it cannot be changed, since clients use it.")
        @ServiceName
        @Nullable String name,
    @JsonPropertyDescription("Port of the Service, 1 to 65535. Default 80.")
        @Min(1)
        @Max(65535)
        @Default("80")
        @Nullable Integer port) {}
