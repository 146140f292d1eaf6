package dev.regularizer.crds.sli;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** Mean cost of a prediction, judged against stable's in the same windows. */
@Wire
public record CostSli(
    @JsonPropertyDescription(
            "Judged against what a prediction of stable costs at the same time; never before 30"
                + " windows in which both had predictions.")
        @Required
        CostRatio versusStable,
    @JsonPropertyDescription(
            "Predictions of the candidate before any verdict, 1 to 1000000000. Default 200.")
        @Min(1)
        @Max(1_000_000_000)
        @Nullable Long minimum,
    @JsonPropertyDescription(
            "Counter of the cost, in one unit (label unit). Default: the one of the preset.")
        @Nullable MetricSelector cost,
    @JsonPropertyDescription(
            "Counter of what was paid for. Default: every first attempt, as the telemetry contract"
                + " counts it.")
        @Nullable MetricSelector predictions) {}
