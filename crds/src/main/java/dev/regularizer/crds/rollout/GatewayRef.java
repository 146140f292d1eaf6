package dev.regularizer.crds.rollout;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.DnsLabel;
import dev.regularizer.crds.schema.ObjectName;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** A Gateway, or one of its listeners. */
@Wire
public record GatewayRef(
    @JsonPropertyDescription("Name of the Gateway.") @Required @ObjectName String name,
    @JsonPropertyDescription("Namespace of the Gateway. Default: the namespace of the model.")
        @DnsLabel
        @Nullable String namespace,
    @JsonPropertyDescription("Name of one listener of the Gateway. Default: all that allow it.")
        @ObjectName
        @Nullable String sectionName,
    @JsonPropertyDescription("Port of the listeners, 1 to 65535. Default: every port.")
        @Min(1)
        @Max(65535)
        @Nullable Integer port) {}
