package dev.regularizer.crds.sli;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Positive;
import dev.regularizer.crds.schema.ProperFraction;
import dev.regularizer.crds.schema.Texts;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** How fast the error budget of a service-level objective is spent. */
@Wire
@ValidationRule(
    value =
        "!self.slo.matches('"
            + Texts.DECIMAL_FORM
            + "') || !has(self.maxBurnRate) || !self.maxBurnRate.matches('"
            + Texts.DECIMAL_FORM
            + "') || double(self.maxBurnRate) * (1.0 - double(self.slo)) < 1.0",
    messageExpression =
        "'found maxBurnRate \"' + self.maxBurnRate + '\" with slo \"' + self.slo + '\"; allowed: a"
            + " rate below 1/(1 - slo), at which every request is bad; lower maxBurnRate'")
@ValidationRule(
    value =
        "!has(self.limit) || !self.limit.matches('"
            + Texts.DECIMAL_FORM
            + "') || (has(self.maxBurnRate) && !self.maxBurnRate.matches('"
            + Texts.DECIMAL_FORM
            + "')) || !self.slo.matches('"
            + Texts.DECIMAL_FORM
            + "') || (double(self.limit) > (has(self.maxBurnRate) ? double(self.maxBurnRate) : 1.0)"
            + " && double(self.limit) * (1.0 - double(self.slo)) <= 1.0)",
    messageExpression =
        "'found limit \"' + self.limit + '\" with maxBurnRate \"' + (has(self.maxBurnRate) ?"
            + " self.maxBurnRate : '1') + '\"; allowed: a burn rate above maxBurnRate and at most"
            + " 1/(1 - slo); correct limit or leave it out for its default'")
public record BurnSli(
    @JsonPropertyDescription(
            "Share of requests that must be good: a decimal in quotes, above 0 and below 1, such as"
                + " \"0.999\". The rest is the error budget.")
        @Required
        @ProperFraction
        String slo,
    @JsonPropertyDescription(
            "The good side of the line: share of bad requests divided by the error budget, in"
                + " quotes; 1 spends the budget just in time. Default 1.")
        @Positive
        @Nullable String maxBurnRate,
    @JsonPropertyDescription(
            "Surely bad: a burn rate in quotes, above maxBurnRate. Default: 1.5 times maxBurnRate.")
        @Positive
        @Nullable String limit,
    @JsonPropertyDescription(
            "Predictions of the candidate before any verdict, 1 to 1000000000. Default 200.")
        @Min(1)
        @Max(1_000_000_000)
        @Nullable Long minimum,
    @JsonPropertyDescription(
            "When stable burns too fast as well: Hold (blame the candidate only for what it does"
                + " worse) or Rollback. Default Hold.")
        @SchemaFrom(type = WhenStableFailsToo.class)
        @Nullable String whenStableFailsToo,
    @JsonPropertyDescription(
            "Counter of the bad predictions. Default: the one of the preset. A revision that"
                + " exports none has none.")
        @Nullable MetricSelector bad,
    @JsonPropertyDescription(
            "Counter of all predictions, bad ones among them. Default: the one of the preset.")
        @Nullable MetricSelector total) {}
