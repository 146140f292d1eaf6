package dev.regularizer.crds.attempt;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Count;
import dev.regularizer.crds.schema.Figure;
import dev.regularizer.crds.schema.Wire;
import dev.regularizer.crds.schema.Word;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one SLI is judged, with every default resolved. */
@Wire
public record SliPolicyStatus(
    @JsonPropertyDescription("Name of the SLI.") @Required @Word String name,
    @JsonPropertyDescription(
            "What it measures: RejectionRate, ErrorRate, EventRate, Latency, CalibrationError,"
                + " PredictionError, CohortError, CostPerPrediction, ErrorBudgetBurn or Query.")
        @Required
        @Word
        String kind,
    @JsonPropertyDescription("Quantile of a latency; absent for the others.") @Figure
        @Nullable String quantile,
    @JsonPropertyDescription("Threshold of a latency in seconds; absent for the others.") @Figure
        @Nullable String thresholdSeconds,
    @JsonPropertyDescription("What promotion asks of it: Pass, NoFail or Advisory.") @Required @Word
        String gate,
    @JsonPropertyDescription(
            "The good side of the line; absent when judged against stable or by a query.")
        @Figure
        @Nullable String objective,
    @JsonPropertyDescription("Surely bad; absent when judged against stable or by a query.") @Figure
        @Nullable String limit,
    @JsonPropertyDescription("Ratios to stable; absent when judged by an objective.")
        @Nullable RatioPolicyStatus versusStable,
    @JsonPropertyDescription("Samples of the candidate before any verdict.") @Count long minimum,
    @JsonPropertyDescription("Bad events before a Fail.") @Count long minimumBadEvents,
    @JsonPropertyDescription(
            "How long after the first weight true labels are due, a duration; absent for at once.")
        @Figure
        @Nullable String labelDelay,
    @JsonPropertyDescription(
            "Rollback where a stable that misses the objective as well does not count; absent for"
                + " Hold.")
        @Word
        @Nullable String whenStableFailsToo,
    @JsonPropertyDescription("Share of the probability of a false rollback, from 0 to 1.")
        @Required
        @Figure
        String weight,
    @JsonPropertyDescription("Overdispersion of the counts, at least 1.") @Required @Figure
        String phi,
    @JsonPropertyDescription(
            "Where phi comes from: History (windows of stable before the attempt) or Default (too"
                + " few of them, or an SLI that needs none).")
        @Word
        @Nullable String phiFrom,
    @JsonPropertyDescription("Percent of traffic not exceeded before the gate is met.")
        @Min(1)
        @Max(99)
        @Nullable Integer holdAbove,
    @JsonPropertyDescription(
            "What it is counted from; absent for the series of the telemetry contract.")
        @Size(max = 8)
        @Nullable List<SliSeriesStatus> series,
    @JsonPropertyDescription(
            "Share of events that must be good, of an error budget; absent for the others.")
        @Figure
        @Nullable String slo,
    @JsonPropertyDescription("What a query asks; absent for the others.")
        @Nullable QueryPolicyStatus query,
    @JsonPropertyDescription(
            "Who exports its counters of labelled predictions: Labeler; absent for the pods.")
        @Word
        @Nullable String source,
    @JsonPropertyDescription("How cohorts are judged; absent for other SLIs.")
        @Nullable CohortPolicyStatus cohorts) {}
