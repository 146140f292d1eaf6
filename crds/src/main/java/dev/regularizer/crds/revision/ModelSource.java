package dev.regularizer.crds.revision;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Address;
import dev.regularizer.crds.schema.Texts;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** The model that is served, for people. */
@Wire
public record ModelSource(
    @JsonPropertyDescription(
            "Version of the model, a label value such as 2.4.0. For people; default: the image tag"
                + " of the first container.")
        @Size(min = 1, max = 63)
        @ValidationRule(
            value = "self.matches('^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$')",
            messageExpression =
                Texts.FOUND
                    + "letters, digits, `-`, `_` and `.`, beginning and ending with a letter or"
                    + " digit"
                    + Texts.CORRECT_IT)
        @Nullable String version,
    @JsonPropertyDescription(
            "Where the model comes from, such as oci://models.example.com/ic@sha256:... For people;"
                + " the operator never reads it.")
        @Address
        @Nullable String uri) {}
