package dev.regularizer.crds.status;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Count;
import dev.regularizer.crds.schema.Figure;
import dev.regularizer.crds.schema.Wire;
import dev.regularizer.crds.schema.Word;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** What is known about one SLI of the candidate. */
@Wire
public record SliStatus(
    @JsonPropertyDescription("Name of the SLI.") @Required @Word String name,
    @JsonPropertyDescription("What promotion asks of it: Pass, NoFail or Advisory.") @Size(max = 63)
        @Nullable String gate,
    @JsonPropertyDescription("Pass, Fail, Undecided, NoData or Invalid.") @Required @Size(max = 63)
        String verdict,
    @JsonPropertyDescription("Stable CamelCase word for why.") @Size(max = 63)
        @Nullable String reason,
    @JsonPropertyDescription("Best estimate so far, a share, a ratio or a calibration error.")
        @Figure
        @Nullable String estimate,
    @JsonPropertyDescription("Lower bound, valid at every look.") @Figure @Nullable String lower,
    @JsonPropertyDescription("Upper bound, valid at every look.") @Figure @Nullable String upper,
    @JsonPropertyDescription("Samples of the candidate so far.") @Count long samples,
    @JsonPropertyDescription("How close the evidence is to a verdict; 1 decides.")
        @Nullable SliEvidence evidence,
    @JsonPropertyDescription(
            "Samples a verdict is expected to need from now on; absent when it cannot be told.")
        @Count
        @Nullable Long projected,
    @JsonPropertyDescription(
            "Observed time in which so many samples are expected, at the traffic so far and with"
                + " the planned weights, a duration; absent when it cannot be told.")
        @Figure
        @Nullable String projectedTime,
    @JsonPropertyDescription(
            "The cohort with most evidence of harm, whose ratio to all cohorts estimate and bounds"
                + " are; other for those that are judged together. Absent for other SLIs.")
        @Size(max = 63)
        @Nullable String cohort,
    @JsonPropertyDescription(
            "What the figures mean, one sentence for people: the line, what is proven, the cause,"
                + " or what is missing; in the model's status only.")
        @Size(max = 1024)
        @Nullable String message) {}
