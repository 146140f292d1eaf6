package dev.regularizer.crds.attempt;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Moment;
import dev.regularizer.crds.schema.Wire;
import dev.regularizer.crds.schema.Word;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** The end of an attempt. */
@Wire
public record EndingStatus(
    @JsonPropertyDescription("How it ended, such as Promoted or RolledBack.") @Required @Word
        String outcome,
    @JsonPropertyDescription("Stable CamelCase word for why.") @Required @Word String reason,
    @JsonPropertyDescription("What decided, with figures, for people.") @Required @Size(max = 4096)
        String message,
    @JsonPropertyDescription("Name of the SLI that decided; absent when none did.") @Word
        @Nullable String sli,
    @JsonPropertyDescription("When it ended, RFC 3339.") @Required @Moment String at,
    @JsonPropertyDescription(
            "When the route was seen to send this revision nothing, RFC 3339; draining counts from"
                + " here.")
        @Moment
        @Nullable String trafficOffAt) {}
