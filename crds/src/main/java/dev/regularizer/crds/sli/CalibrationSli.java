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
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Expected calibration error of the labelled predictions. */
@Wire
@ValidationRule(
    value =
        "!has(self.limit) || !self.objective.matches('"
            + Texts.DECIMAL_FORM
            + "') || !self.limit.matches('"
            + Texts.DECIMAL_FORM
            + "') || double(self.limit) > double(self.objective)",
    messageExpression =
        "'found limit \"' + self.limit + '\" with objective \"' + self.objective + '\"; allowed: a"
            + " limit above the objective; raise limit or leave it out for its default'")
public record CalibrationSli(
    @JsonPropertyDescription(
            "The good side of the line: expected calibration error in quotes, above 0 and below 1,"
                + " such as \"0.05\".")
        @Required
        @ProperFraction
        String objective,
    @JsonPropertyDescription(
            "Surely bad: expected calibration error in quotes, above the objective, at most 1."
                + " Default: 0.02 above the objective.")
        @PositiveFraction
        @Nullable String limit,
    @JsonPropertyDescription(
            "How long after the first weight true labels are due, a duration from 0s to 8760h;"
                + " until then nothing is missed. Default 0s.")
        @DelayDuration
        @Nullable String labelDelay,
    @JsonPropertyDescription(
            "Labelled predictions of the candidate before any verdict, 1 to 1000000000. Default"
                + " 300.")
        @Min(1)
        @Max(1_000_000_000)
        @Nullable Long minimum,
    @JsonPropertyDescription(
            "When stable misses the objective as well: Hold (wait until only the candidate does) or"
                + " Rollback. Default Hold.")
        @SchemaFrom(type = WhenStableFailsToo.class)
        @Nullable String whenStableFailsToo,
    @JsonPropertyDescription(
            "Who exports the counters of labelled predictions: Server (the pods of the revision) or"
                + " Labeler (a service that outlives them, with the labels model and revision on"
                + " its series). Default Server.")
        @SchemaFrom(type = LabelSource.class)
        @Nullable String source,
    @JsonPropertyDescription(
            "Counter of the labelled predictions by the label bin, 0 to 19. Default: the one of"
                + " the preset.")
        @Nullable MetricSelector labeled,
    @JsonPropertyDescription(
            "Sum of their confidences by the label bin. Default: the one of the preset.")
        @Nullable MetricSelector confidence,
    @JsonPropertyDescription(
            "Counter of the right ones among them by the label bin. Default: the one of the"
                + " preset.")
        @Nullable MetricSelector correct) {}
