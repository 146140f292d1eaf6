package dev.regularizer.crds.rollout;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.DnsLabel;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Default;
import org.jspecify.annotations.Nullable;

/** Where measurements come from. */
@Wire
public record MetricsPlan(
    @JsonPropertyDescription(
            "Name of a Prometheus connection in the operator's configuration, never a URL. Default"
                + " `default`.")
        @DnsLabel
        @Default("default")
        @Nullable String connection) {}
