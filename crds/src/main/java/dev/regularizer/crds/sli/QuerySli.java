package dev.regularizer.crds.sli;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Decimal;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** A number from an expression of the user, held against a threshold; no statistics. */
@Wire
public record QuerySli(
    @JsonPropertyDescription(
            "PromQL that gives one number for the candidate at the end of each window, at most 1024"
                + " characters. $(selector) stands for the label matchers of its pods and is"
                + " needed, $(window) for the length of a window. No number, several, NaN or a"
                + " refusal count neither for nor against the candidate, which is not promoted"
                + " meanwhile.")
        @Required
        @Size(min = 1, max = 1024)
        @ValidationRule(
            value = "self.contains('$(selector)')",
            message =
                "found an expression without $(selector); allowed: one that selects the candidate's"
                    + " pods, such as avg(queue_depth{$(selector)}); put $(selector) between the"
                    + " braces of every series")
        @ValidationRule(
            value = "!self.replace('$(selector)', '').replace('$(window)', '').contains('$(')",
            message =
                "found $( before another word; allowed: $(selector) and $(window); correct the"
                    + " word")
        String expression,
    @JsonPropertyDescription("Largest good number: a decimal in quotes, such as \"100\".")
        @Required
        @Decimal
        String maximum,
    @JsonPropertyDescription(
            "Windows in a row above maximum that fail, 1 to 100; one without a number is left out."
                + " So many windows with a number are also needed before a promotion. Default 3.")
        @Min(1)
        @Max(100)
        @Nullable Integer failures) {}
