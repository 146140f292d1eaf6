package dev.regularizer.crds.sli;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.MetricLabels;
import dev.regularizer.crds.schema.MetricName;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Required;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Series of a revision's pods that are added up. */
@Wire
public record MetricSelector(
    @JsonPropertyDescription("Name of the metric; of a histogram without _bucket and _count.")
        @Required
        @MetricName
        String metric,
    @JsonPropertyDescription(
            "Labels with the one value each must have; an empty value is that of a missing label."
                + " Default: every series of the metric.")
        @MetricLabels
        @Nullable Map<String, String> matchLabels) {
  /** Copies the labels. */
  public MetricSelector {
    matchLabels = matchLabels == null ? null : Map.copyOf(matchLabels);
  }
}
