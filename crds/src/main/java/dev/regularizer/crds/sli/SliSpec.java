package dev.regularizer.crds.sli;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.DnsLabel;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** One service-level indicator: a name and exactly one member that says what is measured. */
@Wire
@ValidationRule(
    value =
        "[has(self.rejectionRate), has(self.errorRate), has(self.eventRate), has(self.latency),"
            + " has(self.calibrationError), has(self.predictionError), has(self.cohortError),"
            + " has(self.costPerPrediction), has(self.errorBudgetBurn),"
            + " has(self.query)].filter(m, m).size() == 1",
    messageExpression =
        "'found ' + (has(self.rejectionRate) ? 'rejectionRate ' : '') + (has(self.errorRate) ?"
            + " 'errorRate ' : '') + (has(self.eventRate) ? 'eventRate ' : '') + (has(self.latency)"
            + " ? 'latency ' : '') + (has(self.calibrationError) ? 'calibrationError ' : '') +"
            + " (has(self.predictionError) ? 'predictionError ' : '') +"
            + " (has(self.cohortError) ? 'cohortError ' : '') +"
            + " (has(self.costPerPrediction) ? 'costPerPrediction ' : '') +"
            + " (has(self.errorBudgetBurn) ? 'errorBudgetBurn ' : '') +"
            + " (has(self.query) ? 'query ' : '') + 'in SLI ' + strings.quote(self.name) +"
            + " '; allowed: exactly one of rejectionRate, errorRate, eventRate, latency,"
            + " calibrationError, predictionError, cohortError, costPerPrediction, errorBudgetBurn,"
            + " query; give each an entry of its own'")
@ValidationRule(
    value = "!has(self.query) || !has(self.gate) || self.gate != 'Pass'",
    messageExpression =
        "'found gate Pass in SLI ' + strings.quote(self.name) + ', which is a query; allowed:"
            + " NoFail or Advisory, for a threshold proves nothing; choose one of them or leave"
            + " gate out'")
@ValidationRule(
    value = "!has(self.holdAbove) || !has(self.gate) || self.gate != 'Advisory'",
    messageExpression =
        "'found holdAbove in SLI ' + strings.quote(self.name) + ', whose gate is Advisory; allowed:"
            + " holdAbove with gate Pass or NoFail, for an Advisory SLI never stops a weight;"
            + " remove one of them'")
public record SliSpec(
    @JsonPropertyDescription("Name of the SLI, unique in its model; a DNS label.")
        @Required
        @DnsLabel
        String name,
    @JsonPropertyDescription(
            "What promotion asks of this SLI: Pass (proof of harmlessness), NoFail (the minimum of"
                + " samples and no harm found) or Advisory (nothing; it cannot roll back either)."
                + " Default Pass; for cohortError, and for a query, which proves nothing, NoFail.")
        @SchemaFrom(type = Gate.class)
        @Nullable String gate,
    @JsonPropertyDescription(
            "Percent of traffic, 1 to 99, that is not exceeded before this SLI's gate is met: for"
                + " slow labels, while faster SLIs move the earlier steps. Default: the SLI holds"
                + " no weight back.")
        @Min(1)
        @Max(99)
        @Nullable Integer holdAbove,
    @JsonPropertyDescription("Share of predictions that a guard of the model rejected.")
        @Nullable RateSli rejectionRate,
    @JsonPropertyDescription("Share of predictions that ended in an error.")
        @Nullable RateSli errorRate,
    @JsonPropertyDescription(
            "Share of bad events among events of your own choice, from two counters.")
        @Nullable EventRateSli eventRate,
    @JsonPropertyDescription("Time to answer, guards included.") @Nullable LatencySli latency,
    @JsonPropertyDescription(
            "Expected calibration error: how far the confidences of the answers are from the share"
                + " of right ones, on labelled predictions.")
        @Nullable CalibrationSli calibrationError,
    @JsonPropertyDescription("Share of wrong answers among the labelled predictions.")
        @Nullable PredictionErrorSli predictionError,
    @JsonPropertyDescription(
            "Share of wrong ones among the labelled predictions of every cohort, against that of"
                + " all cohorts of the same revision.")
        @Nullable CohortSli cohortError,
    @JsonPropertyDescription(
            "Mean cost of a prediction against stable's. Its bound is asymptotic: it never decides"
                + " before 30 windows, and fails by itself at its own share of falseRollback.")
        @Nullable CostSli costPerPrediction,
    @JsonPropertyDescription(
            "How fast failed predictions spend the error budget of a service-level objective.")
        @Nullable BurnSli errorBudgetBurn,
    @JsonPropertyDescription(
            "A number from PromQL against a threshold, without statistical promise: how often it"
                + " rolls back a good candidate, nobody knows, and it never counts as proof.")
        @Nullable QuerySli query) {}
