package dev.regularizer.crds.attempt;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Lists;
import dev.regularizer.crds.schema.Moment;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The watch over a new stable revision while the old one stays warm. */
@Wire
public record BakeStatus(
    @JsonPropertyDescription("When the pointer was flipped, RFC 3339.") @Required @Moment
        String startedAt,
    @JsonPropertyDescription("End of the last counted window, RFC 3339.") @Moment
        @Nullable String cursor,
    @JsonPropertyDescription("Windows observed so far.") @Min(0) @Max(1_000_000_000) int windows,
    @JsonPropertyDescription("Windows in the whole bake; fixes the threshold.")
        @Min(0)
        @Max(1_000_000_000)
        int plannedWindows,
    @JsonPropertyDescription("One per counted absolute SLI.") @Size(max = 20)
        List<BakeDetectorStatus> detectors) {
  /** Absent lists are empty. */
  public BakeStatus {
    detectors = Lists.orEmpty(detectors);
  }
}
