package dev.regularizer.crds.attempt;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Lists;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The traffic of stable before an attempt. */
@Wire
public record TrafficStatus(
    @JsonPropertyDescription(
            "Windows in which something was measured; 0 when Prometheus did not answer in time.")
        @Min(0)
        @Max(1_000_000_000)
        int windows,
    @JsonPropertyDescription("Per SLI, in the order of the policy.") @Size(max = 20)
        List<SliTrafficStatus> slis,
    @JsonPropertyDescription("Percent of traffic of the last step that was planned.")
        @Min(0)
        @Max(100)
        int lastWeight,
    @JsonPropertyDescription("How it was read, for a replay; absent when that is not kept.")
        @Nullable HistoryReadingStatus reading) {
  /** Absent lists are empty. */
  public TrafficStatus {
    slis = Lists.orEmpty(slis);
  }
}
