package dev.regularizer.crds.attempt;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Lists;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** The traffic of stable before an attempt. */
@Wire
public record TrafficStatus(
    @JsonPropertyDescription(
            "Windows in which something was measured; 0 when Prometheus did not answer in time.")
        @Min(0)
        @Max(1_000_000_000)
        int windows,
    @JsonPropertyDescription("Per SLI, in the order of the policy.") @Size(max = 20)
        List<SliTrafficStatus> slis) {
  /** Absent lists are empty. */
  public TrafficStatus {
    slis = Lists.orEmpty(slis);
  }
}
