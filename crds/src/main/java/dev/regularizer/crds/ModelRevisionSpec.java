package dev.regularizer.crds;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.JsonNode;
import dev.regularizer.crds.revision.ModelSource;
import dev.regularizer.crds.revision.RegularizerSpec;
import dev.regularizer.crds.revision.ServerSpec;
import dev.regularizer.crds.revision.TrainingFigures;
import dev.regularizer.crds.schema.Lists;
import dev.regularizer.crds.schema.Wire;
import dev.regularizer.crds.schema.Word;
import io.fabric8.crd.generator.annotation.PreserveUnknownFields;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a revision is; it never changes.
 *
 * @param podTemplate as rendered once, with labels, mounts and environment of the operator
 */
@Wire
@ValidationRule(
    value = "self == oldSelf",
    message =
        "found a changed spec; allowed: none, a ModelRevision never changes; change spec.revision"
            + " of the RegularizedModel, which makes a new revision")
public record ModelRevisionSpec(
    @JsonPropertyDescription("Name of the RegularizedModel it belongs to.") @Required @Word
        String modelName,
    @JsonPropertyDescription(
            "Version of the model, for people: the declared one, or the image tag of the first"
                + " container.")
        @Size(max = 253)
        @Nullable String version,
    @JsonPropertyDescription(
            "All regularizers in one line, for people, such as L2=0.0001 Dropout/head=0.2.")
        @Size(max = 4096)
        @Nullable String summary,
    @JsonPropertyDescription("Version of the rules by which the digest was made.")
        @Required
        @Min(1)
        @Max(1000)
        int hashVersion,
    @JsonPropertyDescription("SHA-256 of spec.revision in canonical form, 64 hexadecimal digits.")
        @Required
        @Size(min = 64, max = 64)
        String digest,
    @JsonPropertyDescription(
            "Counter mixed into the name because another digest had the same one; mostly 0.")
        @Min(0)
        @Max(1000)
        int collision,
    @JsonPropertyDescription("The model, as declared.") @Nullable ModelSource model,
    @JsonPropertyDescription("The regularizers, as declared; at most 32.") @Size(max = 32)
        List<RegularizerSpec> regularizers,
    @JsonPropertyDescription("Figures of the training, as declared.")
        @Nullable TrainingFigures training,
    @JsonPropertyDescription("How the pods are talked to, as declared.")
        @Nullable ServerSpec server,
    @JsonPropertyDescription(
            "The pod template as rendered once; Deployments are applied from it and from nothing"
                + " else.")
        @Required
        @PreserveUnknownFields
        @SchemaFrom(type = Object.class)
        JsonNode podTemplate) {
  /** Absent lists are empty. */
  public ModelRevisionSpec {
    regularizers = Lists.orEmpty(regularizers);
  }
}
