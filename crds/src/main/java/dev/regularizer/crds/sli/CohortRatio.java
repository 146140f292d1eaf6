package dev.regularizer.crds.sli;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.BelowOne;
import dev.regularizer.crds.schema.Ratio;
import dev.regularizer.crds.schema.Texts;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** An objective for every cohort relative to all cohorts of the same revision. */
@Wire
@ValidationRule(
    value =
        "(has(self.objective) && !self.objective.matches('"
            + Texts.DECIMAL_FORM
            + "')) || !has(self.limit) || !self.limit.matches('"
            + Texts.DECIMAL_FORM
            + "') || double(self.limit) > (has(self.objective) ? double(self.objective) : 1.1)",
    messageExpression =
        "'found limit \"' + self.limit + '\" with objective \"' + (has(self.objective) ?"
            + " self.objective : '1.1') + '\"; allowed: a limit above the objective; raise limit or"
            + " leave it out for its default'")
@ValidationRule(
    value =
        "(has(self.floor) && !self.floor.matches('"
            + Texts.DECIMAL_FORM
            + "')) || !has(self.limitFloor) || !self.limitFloor.matches('"
            + Texts.DECIMAL_FORM
            + "') || double(self.limitFloor) >= (has(self.floor) ? double(self.floor) : 0.001)",
    messageExpression =
        "'found limitFloor \"' + self.limitFloor + '\" with floor \"' + (has(self.floor) ?"
            + " self.floor : '0.001') + '\"; allowed: a limitFloor of at least the floor; raise"
            + " limitFloor or leave it out for its default'")
public record CohortRatio(
    @JsonPropertyDescription(
            "The good side of the line: share of wrong predictions of a cohort divided by that of"
                + " all cohorts, in quotes, 1 to 1000. Default 1.1.")
        @Ratio
        @Nullable String objective,
    @JsonPropertyDescription(
            "Surely bad: the same, in quotes, above the objective, at most 1000. Default: 0.15"
                + " above the objective.")
        @Ratio
        @Nullable String limit,
    @JsonPropertyDescription(
            "Difference of the shares that never counts as harm, in quotes, from 0 to below 1."
                + " Default 0.001.")
        @BelowOne
        @Nullable String floor,
    @JsonPropertyDescription(
            "Difference of the shares up to which a cohort passes, in quotes, from the floor to"
                + " below 1. Default: 0.005, or the floor where that is more.")
        @BelowOne
        @Nullable String limitFloor) {}
