package dev.regularizer.crds.sli;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.DelayDuration;
import dev.regularizer.crds.schema.PositiveFraction;
import dev.regularizer.crds.schema.ProperFraction;
import dev.regularizer.crds.schema.Texts;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/**
 * The share of wrong answers among the labelled predictions, judged by itself or against stable.
 */
@Wire
@ValidationRule(
    value = "has(self.objective) != has(self.versusStable)",
    messageExpression =
        "'found ' + (has(self.objective) ? 'objective and versusStable' : 'neither objective nor"
            + " versusStable') + '; allowed: exactly one of them; keep the one you mean'")
@ValidationRule(
    value = "!has(self.versusStable) || !(has(self.limit) || has(self.whenStableFailsToo))",
    message =
        "found versusStable together with limit or whenStableFailsToo; allowed: those two only with"
            + " objective; move limit into versusStable and remove whenStableFailsToo")
@ValidationRule(
    value =
        "!has(self.objective) || !has(self.limit) || !self.objective.matches('"
            + Texts.DECIMAL_FORM
            + "') || !self.limit.matches('"
            + Texts.DECIMAL_FORM
            + "') || double(self.limit) > double(self.objective)",
    messageExpression =
        "'found limit \"' + self.limit + '\" with objective \"' + self.objective + '\"; allowed: a"
            + " limit above the objective; raise limit or leave it out for its default'")
public record PredictionErrorSli(
    @JsonPropertyDescription(
            "The good side of the line: a share in quotes, above 0 and below 1. One of objective"
                + " and versusStable is needed.")
        @ProperFraction
        @Nullable String objective,
    @JsonPropertyDescription(
            "Surely bad: a share in quotes, above the objective, at most 1. Default: 1.5 times the"
                + " objective.")
        @PositiveFraction
        @Nullable String limit,
    @JsonPropertyDescription(
            "Judged against the share of wrong answers of stable at the same time.")
        @Nullable StableRatio versusStable,
    @JsonPropertyDescription(
            "How long after the first weight true labels are due, a duration from 0s to 8760h;"
                + " until then nothing is missed. Default 0s.")
        @DelayDuration
        @Nullable String labelDelay,
    @JsonPropertyDescription(
            "Labelled predictions of the candidate before any verdict, 1 to 1000000000. Default"
                + " 200.")
        @Min(1)
        @Max(1_000_000_000)
        @Nullable Long minimum,
    @JsonPropertyDescription(
            "When stable misses the objective as well: Hold (blame the candidate only for what it"
                + " does worse) or Rollback. Default Hold.")
        @SchemaFrom(type = WhenStableFailsToo.class)
        @Nullable String whenStableFailsToo,
    @JsonPropertyDescription(
            "Who exports the counters of labelled predictions: Server (the pods of the revision) or"
                + " Labeler (a service that outlives them, with the labels model and revision on"
                + " its series). Default Server.")
        @SchemaFrom(type = LabelSource.class)
        @Nullable String source,
    @JsonPropertyDescription(
            "Counter of the labelled predictions, over all its bins. Default: the one of the"
                + " preset.")
        @Nullable MetricSelector labeled,
    @JsonPropertyDescription(
            "Counter of the right ones among them; a revision that exports none is not judged."
                + " Default: the one of the preset.")
        @Nullable MetricSelector correct) {}
