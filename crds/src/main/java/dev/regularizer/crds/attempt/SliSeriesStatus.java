package dev.regularizer.crds.attempt;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Lists;
import dev.regularizer.crds.schema.Wire;
import dev.regularizer.crds.schema.Word;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** Series that an SLI is counted from, where they are not those of the telemetry contract. */
@Wire
public record SliSeriesStatus(
    @JsonPropertyDescription(
            "What they count: Bad, Total, Histogram, Labeled, Confidence, Correct, Errors, Cost or"
                + " Predictions.")
        @Required
        @Word
        String role,
    @JsonPropertyDescription("Name of the metric.") @Required @Size(min = 1, max = 256)
        String metric,
    @JsonPropertyDescription("Labels that have one of some values.") @Size(max = 16)
        List<SeriesLabel> labels,
    @JsonPropertyDescription("Labels that have none of some values.") @Size(max = 16)
        List<SeriesLabel> excluded) {
  /** Absent lists are empty. */
  public SliSeriesStatus {
    labels = Lists.orEmpty(labels);
    excluded = Lists.orEmpty(excluded);
  }
}
