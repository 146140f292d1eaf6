package dev.regularizer.crds.rollout;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.RiskLevel;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Default;
import org.jspecify.annotations.Nullable;

/** How often a rollout may err. */
@Wire
public record RiskLevels(
    @JsonPropertyDescription(
            "Greatest probability, over all looks of one attempt, of rolling back a candidate that"
                + " is within its objectives; in quotes, above 0, at most 0.5. Default 0.05.")
        @RiskLevel
        @Default("0.05")
        @Nullable String falseRollback,
    @JsonPropertyDescription(
            "Greatest probability of promoting a candidate that is at or over a limit; in quotes,"
                + " above 0, at most 0.5. Default 0.05.")
        @RiskLevel
        @Default("0.05")
        @Nullable String falsePromotion) {}
