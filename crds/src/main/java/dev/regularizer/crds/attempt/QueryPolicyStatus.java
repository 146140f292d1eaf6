package dev.regularizer.crds.attempt;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Figure;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** An expression and its threshold. */
@Wire
public record QueryPolicyStatus(
    @JsonPropertyDescription("PromQL with $(selector) and $(window) as written.")
        @Required
        @Size(min = 1, max = 1024)
        String expression,
    @JsonPropertyDescription("Largest good number.") @Required @Figure String maximum,
    @JsonPropertyDescription("Windows in a row above it that fail.") @Min(1) @Max(100)
        int failures) {}
