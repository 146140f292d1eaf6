package dev.regularizer.crds.rollout;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/** Hard limits of one attempt. */
@Wire
public record TrialLimits(
    @JsonPropertyDescription(
            "Restarts of candidate containers tolerated in one attempt, 0 to 1000; one more rolls"
                + " back. Default 3.")
        @Min(0)
        @Max(1000)
        @Default("3")
        @Nullable Integer restarts,
    @JsonPropertyDescription(
            "Bad events of the candidate tolerated in one attempt, 0 to 1000000000; one more rolls"
                + " back, whatever the evidence says. Counted per SLI of requests or of events of"
                + " your own choice that is not Advisory; labels do not count, and the bake does"
                + " not either. Default: any number.")
        @Min(0)
        @Max(1_000_000_000)
        @Nullable Long badEvents) {}
