package dev.regularizer.crds.sli;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Ratio;
import dev.regularizer.crds.schema.Texts;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** An objective for a cost relative to stable's. */
@Wire
@ValidationRule(
    value =
        "(has(self.objective) && !self.objective.matches('"
            + Texts.DECIMAL_FORM
            + "')) || !has(self.limit) || !self.limit.matches('"
            + Texts.DECIMAL_FORM
            + "') || double(self.limit) > (has(self.objective) ? double(self.objective) : 1.05)",
    messageExpression =
        "'found limit \"' + self.limit + '\" with objective \"' + (has(self.objective) ?"
            + " self.objective : '1.05') + '\"; allowed: a limit above the objective; raise limit"
            + " or leave it out for its default'")
public record CostRatio(
    @JsonPropertyDescription(
            "The good side of the line: candidate's cost per prediction divided by stable's, in"
                + " quotes, 1 to 1000. Default 1.05.")
        @Ratio
        @Nullable String objective,
    @JsonPropertyDescription(
            "Surely bad: candidate's cost per prediction divided by stable's, in quotes, above the"
                + " objective, at most 1000. Default: 0.05 above the objective.")
        @Ratio
        @Nullable String limit) {}
