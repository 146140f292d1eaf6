package dev.regularizer.crds.status;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Moment;
import dev.regularizer.crds.schema.Wire;
import dev.regularizer.crds.schema.Word;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;

/** One ended attempt. */
@Wire
public record HistoryItem(
    @JsonPropertyDescription("Name of the ModelRevision.") @Required @Word String revision,
    @JsonPropertyDescription("Number of the attempt, from 1.") @Required @Min(1) @Max(1_000_000_000)
        int attempt,
    @JsonPropertyDescription("How it ended, such as Promoted or RolledBack.") @Required @Word
        String outcome,
    @JsonPropertyDescription("Stable CamelCase word for why.") @Required @Word String reason,
    @JsonPropertyDescription("When it began, RFC 3339.") @Required @Moment String started,
    @JsonPropertyDescription("When it ended, RFC 3339.") @Required @Moment String ended) {}
