package dev.regularizer.crds.rollout;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.DnsLabel;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.crd.generator.annotation.SchemaFrom;
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
        @Nullable String connection,
    @JsonPropertyDescription(
            "Model server whose series the SLIs are counted from: Native keeps the telemetry"
                + " contract of this operator. What a server does not export cannot be counted:"
                + " PolicyValid is then False and says which SLI. Default `Native`.")
        @SchemaFrom(type = MetricsPreset.class)
        @Default("Native")
        @Nullable String preset) {}
