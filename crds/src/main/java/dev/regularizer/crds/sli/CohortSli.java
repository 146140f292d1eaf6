package dev.regularizer.crds.sli;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.DelayDuration;
import dev.regularizer.crds.schema.LabelName;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** Share of wrong predictions of every cohort, against all cohorts of the same revision. */
@Wire
public record CohortSli(
    @JsonPropertyDescription("Label of the counters whose values are the cohorts. Default cohort.")
        @LabelName
        @Nullable String label,
    @JsonPropertyDescription(
            "Cohorts that are judged one by one, 2 to 20, the last place for all others together:"
                + " cohorts beyond and those with fewer than 100 labels are called other. Each"
                + " place has an equal share of the evidence, so more places decide later. Default"
                + " 20.")
        @Min(2)
        @Max(20)
        @Nullable Integer maxCohorts,
    @JsonPropertyDescription("How much worse than all cohorts together one of them may be.")
        @Required
        CohortRatio versusAll,
    @JsonPropertyDescription(
            "How long after the first weight true labels are due, a duration from 0s to 8760h;"
                + " until then nothing is missed. Default 0s.")
        @DelayDuration
        @Nullable String labelDelay,
    @JsonPropertyDescription(
            "Labelled predictions of the candidate, in all cohorts, before any verdict, 1 to"
                + " 1000000000. Default 300.")
        @Min(1)
        @Max(1_000_000_000)
        @Nullable Long minimum,
    @JsonPropertyDescription(
            "Who exports the counters of labelled predictions: Server (the pods of the revision) or"
                + " Labeler (a service that outlives them, with the labels model and revision on"
                + " its series). Default Server.")
        @SchemaFrom(type = LabelSource.class)
        @Nullable String source,
    @JsonPropertyDescription(
            "Counter of the labelled predictions by cohort. Default: the one of the preset.")
        @Nullable MetricSelector labeled,
    @JsonPropertyDescription(
            "Counter of the wrong ones among them by cohort; a revision that exports none is not"
                + " judged. Default: the one of the preset.")
        @Nullable MetricSelector errors) {}
