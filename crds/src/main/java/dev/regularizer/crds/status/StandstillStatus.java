package dev.regularizer.crds.status;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Moment;
import dev.regularizer.crds.schema.Wire;
import dev.regularizer.crds.schema.Word;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** Time that does not count towards progressDeadline: paused, held or not approved yet. */
@Wire
public record StandstillStatus(
    @JsonPropertyDescription("Since when it waits, RFC 3339; absent while it moves.") @Moment
        @Nullable String since,
    @JsonPropertyDescription("Time it waited before that, a duration such as 1m30s.")
        @Required
        @Word
        String before) {}
