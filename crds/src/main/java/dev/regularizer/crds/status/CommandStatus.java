package dev.regularizer.crds.status;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Moment;
import dev.regularizer.crds.schema.Wire;
import dev.regularizer.crds.schema.Word;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** The last command seen in the annotation regularizer.dev/command, and how it was answered. */
@Wire
public record CommandStatus(
    @JsonPropertyDescription("Text of the annotation; what is longer than a command is cut.")
        @Required
        @Size(max = 120)
        String value,
    @JsonPropertyDescription(
            "Accepted (it is being carried out), Done, Refused, StaleToken (its token names"
                + " something else) or Invalid (no command).")
        @Required
        @Word
        String result,
    @JsonPropertyDescription("Sentence for people.") @Required @Size(max = 4096) String message,
    @JsonPropertyDescription("When it was answered, RFC 3339.") @Required @Moment String at,
    @JsonPropertyDescription(
            "Whether the annotation is gone since, so that the same text would be a new command.")
        @Nullable Boolean withdrawn) {}
