package dev.regularizer.crds.attempt;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Lists;
import dev.regularizer.crds.schema.Wire;
import dev.regularizer.crds.schema.Word;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** What the watch over one SLI has gathered. */
@Wire
public record BakeDetectorStatus(
    @JsonPropertyDescription("Name of the SLI.") @Required @Word String sli,
    @JsonPropertyDescription(
            "Sums per odds ratio, hexadecimal floating point; empty before the first window.")
        @Size(max = 64)
        List<String> logSums) {
  /** Absent lists are empty. */
  public BakeDetectorStatus {
    logSums = Lists.orEmpty(logSums);
  }
}
