package dev.regularizer.crds.attempt;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Count;
import dev.regularizer.crds.schema.Lists;
import dev.regularizer.crds.schema.Moment;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything counted in one attempt; cursor and counts change in one write. */
@Wire
public record MeasurementsStatus(
    @JsonPropertyDescription(
            "End of the last counted window, RFC 3339; absent until a weight is in force.")
        @Moment
        @Nullable String cursor,
    @JsonPropertyDescription("Windows in which Prometheus had stored something.")
        @Min(0)
        @Max(1_000_000_000)
        int observedWindows,
    @JsonPropertyDescription(
            "For the last observed windows, oldest first, whether the window could not be counted.")
        @Size(max = 20)
        List<Boolean> skipped,
    @JsonPropertyDescription("Answered looks in a row without any sample.")
        @Min(0)
        @Max(1_000_000_000)
        int emptyLooks,
    @JsonPropertyDescription("Looks in a row that Prometheus did not answer.")
        @Min(0)
        @Max(1_000_000_000)
        int failedLooks,
    @JsonPropertyDescription("Why the last look or window did not count; absent when it did.")
        @Size(max = 4096)
        @Nullable String problem,
    @JsonPropertyDescription("When the candidate first got traffic, RFC 3339.") @Moment
        @Nullable String firstEffectiveAt,
    @JsonPropertyDescription("Requests of the candidate since its weight took effect.") @Count
        long candidateRequests,
    @JsonPropertyDescription("Requests of stable in the same time.") @Count long stableRequests,
    @JsonPropertyDescription("Counts per SLI, in the order of the policy.") @Size(max = 20)
        List<SliCounts> slis,
    @JsonPropertyDescription(
            "Looks in a row after which some SLI could not be proven before the deadline.")
        @Min(0)
        @Max(1_000_000_000)
        int futileLooks) {
  /** Absent lists are empty. */
  public MeasurementsStatus {
    skipped = Lists.orEmpty(skipped);
    slis = Lists.orEmpty(slis);
  }
}
