package dev.regularizer.crds.sli;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.PositiveFraction;
import dev.regularizer.crds.schema.ProperFraction;
import dev.regularizer.crds.schema.Texts;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** A share of bad events that users count themselves, judged by itself or against stable. */
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
public record EventRateSli(
    @JsonPropertyDescription("Counter of the bad events. A revision that exports none has none.")
        @Required
        MetricSelector bad,
    @JsonPropertyDescription("Counter of all events, bad ones among them.") @Required
        MetricSelector total,
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
    @JsonPropertyDescription("Judged against what stable does at the same time.")
        @Nullable StableRatio versusStable,
    @JsonPropertyDescription(
            "Events of the candidate before any verdict, 1 to 1000000000. Default 200.")
        @Min(1)
        @Max(1_000_000_000)
        @Nullable Long minimum,
    @JsonPropertyDescription(
            "When stable misses the objective as well: Hold (blame the candidate only for what it"
                + " does worse) or Rollback. Default Hold.")
        @SchemaFrom(type = WhenStableFailsToo.class)
        @Nullable String whenStableFailsToo) {}
