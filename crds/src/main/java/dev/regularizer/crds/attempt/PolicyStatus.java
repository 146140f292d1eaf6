package dev.regularizer.crds.attempt;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Figure;
import dev.regularizer.crds.schema.Lists;
import dev.regularizer.crds.schema.Wire;
import dev.regularizer.crds.schema.Word;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** What a trial is judged by, with every default resolved. */
@Wire
public record PolicyStatus(
    @JsonPropertyDescription("How each SLI is judged, in the order of the spec.") @Size(max = 20)
        List<SliPolicyStatus> slis,
    @JsonPropertyDescription("Probability of rolling back a candidate within its objectives.")
        @Required
        @Figure
        String falseRollback,
    @JsonPropertyDescription("Probability of promoting a candidate at or over a limit.")
        @Required
        @Figure
        String falsePromotion,
    @JsonPropertyDescription("Time span one look adds, a duration.") @Required @Figure
        String window,
    @JsonPropertyDescription(
            "Time after a weight took effect in which nothing is counted, a duration.")
        @Required
        @Figure
        String warmUp,
    @JsonPropertyDescription("Name of the Prometheus connection.") @Required @Word
        String connection) {
  /** Absent lists are empty. */
  public PolicyStatus {
    slis = Lists.orEmpty(slis);
  }
}
