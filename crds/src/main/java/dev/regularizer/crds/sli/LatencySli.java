package dev.regularizer.crds.sli;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.PositiveFraction;
import dev.regularizer.crds.schema.ProperFraction;
import dev.regularizer.crds.schema.ShortDuration;
import dev.regularizer.crds.schema.Texts;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** A quantile of the time to answer: an objective on the share of slower predictions. */
@Wire
@ValidationRule(
    value = "has(self.quantile) != has(self.versusStable)",
    messageExpression =
        "'found ' + (has(self.quantile) ? 'quantile and versusStable' : 'neither quantile nor"
            + " versusStable') + '; allowed: exactly one of them; keep the one you mean'")
@ValidationRule(
    value = "!has(self.versusStable) || !(has(self.limit) || has(self.whenStableFailsToo))",
    message =
        "found versusStable together with limit or whenStableFailsToo; allowed: those two only with"
            + " quantile; move limit into versusStable and remove whenStableFailsToo")
@ValidationRule(
    value =
        "!has(self.quantile) || !has(self.limit) || !self.quantile.matches('"
            + Texts.DECIMAL_FORM
            + "') || !self.limit.matches('"
            + Texts.DECIMAL_FORM
            + "') || double(self.limit) + double(self.quantile) > 1.0",
    messageExpression =
        "'found limit \"' + self.limit + '\" with quantile \"' + self.quantile + '\"; allowed: a"
            + " share of slow predictions above 1 - quantile; raise limit or leave it out for its"
            + " default'")
public record LatencySli(
    @JsonPropertyDescription(
            "Share of predictions that must be as fast as the threshold, in quotes, above 0 and"
                + " below 1. One of quantile and versusStable is needed.")
        @ProperFraction
        @Nullable String quantile,
    @JsonPropertyDescription(
            "Time that is fast enough, a duration from 1ms to 1h; a bucket boundary of the"
                + " histogram is judged exactly.")
        @Required
        @ShortDuration
        String threshold,
    @JsonPropertyDescription(
            "Surely bad: share of predictions slower than the threshold, in quotes, above 1 -"
                + " quantile, at most 1. Default: 1.3 times (1 - quantile).")
        @PositiveFraction
        @Nullable String limit,
    @JsonPropertyDescription(
            "The share of predictions slower than the threshold, judged against that of stable at"
                + " the same time.")
        @Nullable StableRatio versusStable,
    @JsonPropertyDescription(
            "Predictions of the candidate before any verdict, 1 to 1000000000. Default 200.")
        @Min(1)
        @Max(1_000_000_000)
        @Nullable Long minimum,
    @JsonPropertyDescription(
            "When stable misses the objective as well: Hold (blame the candidate only for what it"
                + " does worse) or Rollback. Default Hold.")
        @SchemaFrom(type = WhenStableFailsToo.class)
        @Nullable String whenStableFailsToo,
    @JsonPropertyDescription(
            "Histogram of the times to answer in seconds, classic or native. Default: the one of"
                + " the preset.")
        @Nullable MetricSelector histogram) {}
