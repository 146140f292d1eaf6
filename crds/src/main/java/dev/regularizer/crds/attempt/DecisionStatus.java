package dev.regularizer.crds.attempt;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Moment;
import dev.regularizer.crds.schema.Wire;
import dev.regularizer.crds.schema.Word;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** One transition of a revision, with its inputs. */
@Wire
public record DecisionStatus(
    @JsonPropertyDescription("When it was decided, RFC 3339.") @Required @Moment String at,
    @JsonPropertyDescription("Number of the attempt.") @Min(0) @Max(1_000_000_000) int attempt,
    @JsonPropertyDescription("Number of the step, 0 before the first.") @Min(0) @Max(1000) int step,
    @JsonPropertyDescription("Stable CamelCase word for why.") @Required @Word String reason,
    @JsonPropertyDescription("What was decided and on which inputs.") @Required @Size(max = 4096)
        String message) {}
